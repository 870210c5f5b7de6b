import { count } from '../../../platform/language.ts'
import type { MoveRefusal } from './commands.ts'
import type { OutlookGroup } from './outlook-rules.ts'

const n = (value: number, one: string, many: string): string => count(value, one, many, 'fr')

const groups: Record<OutlookGroup, { title: (value: number) => string; help: string }> = {
  reread: {
    title: (value) => n(value, 'point à relire', 'points à relire'),
    help: 'La demande a changé. Ce que vous aviez écrit reste et compte dans la mesure où il répond encore.',
  },
  added: {
    title: (value) => n(value, 'point nouveau', 'points nouveaux'),
    help: 'L’ancienne édition ne les demandait pas. Certains sont peut-être déjà couverts par une autre de vos démarches.',
  },
  dropped: {
    title: (value) => n(value, 'point qui n’est plus demandé', 'points qui ne sont plus demandés'),
    help: 'Rien de ce que vous y aviez écrit n’est effacé : vous pouvez le relire, et les preuves restent dans vos preuves.',
  },
  kept: {
    title: (value) => n(value, 'point gardé comme il est', 'points gardés comme ils sont'),
    help: 'Ce que vous aviez écrit et prouvé y compte tout de suite.',
  },
}

const refusals: Record<MoveRefusal, string> = {
  ended: 'L’établissement ne suit plus cette démarche. Reprenez-la d’abord depuis « Suivre une démarche ».',
  'nothing-newer': 'Vous suivez déjà l’édition la plus récente.',
  'both-followed': 'L’établissement suit déjà les deux éditions. Pour ne garder que la nouvelle, arrêtez de suivre l’ancienne depuis sa page.',
  'changed-meanwhile': 'Quelqu’un vient de modifier cette démarche. Voici où elle en est maintenant : relisez, puis choisissez.',
  'nothing-to-undo': 'Le passage est déjà confirmé, ou défait. Il n’y a plus rien à faire ici.',
}

export const fr = {
  groups,
  refusals,
  titleAhead: (label: string, version: string) => `${label} : une édition plus récente existe (${version})`,
  leadAhead: 'Voici ce qui changerait pour vous. Regardez, essayez, revenez en arrière tant que vous n’avez pas confirmé.',
  titleMoved: (label: string, version: string) => `${label} : vous êtes sur l’édition ${version}`,
  leadMoved: (version: string) => `Vous venez de l’édition ${version}. Tant que vous n’avez pas confirmé, vous pouvez y revenir.`,
  titleLatest: (label: string) => `${label} : rien de plus récent`,
  latest: 'Vous suivez l’édition la plus récente. Quand une nouvelle paraîtra, cette page dira ce qu’elle change pour vous.',
  beforeAfter: 'Où vous en êtes',
  before: (version: string) => `Édition ${version}`,
  after: (version: string) => `Édition ${version}`,
  safeTitle: 'Rien n’est effacé',
  safe: 'Changer d’édition ne recopie et n’efface rien : vos preuves, ce que vous avez noté et vos autoévaluations restent attachés aux points où vous les avez mis, et comptent pour les nouveaux points qui leur répondent.',
  move: (version: string) => `Passer à l’édition ${version}`,
  back: (version: string) => `Revenir à l’édition ${version}`,
  confirm: 'Confirmer',
  confirmHelp: 'Après avoir confirmé, l’ancienne édition quitte vos démarches. Ce qui y est écrit reste lisible.',
  moved: (version: string) => `Vous suivez maintenant l’édition ${version}. Vous pouvez encore revenir en arrière.`,
  wentBack: (version: string) => `Vous êtes revenus à l’édition ${version}. Rien n’a été perdu.`,
  confirmed: 'C’est confirmé.',
  why: 'Pourquoi :',
  fromBefore: 'grâce à ce que vous aviez écrit',
  written: 'Ce que vous y aviez écrit :',
  nothingWritten: 'Vous n’y aviez rien écrit.',
  proofs: (value: number) => n(value, 'preuve', 'preuves'),
  expired: (value: number) => n(value, 'preuve à renouveler', 'preuves à renouveler'),
  planned: 'une action en cours',
  reread: 'Relire ce point',
  table: 'Voir toute la table de conversion',
  label: 'Revenir à la démarche',
  columns: { point: 'Point', before: 'Avant', after: 'Maintenant' },
  noticeAhead: (version: string) => `Une édition plus récente existe : ${version}.`,
  noticeAheadLink: 'Voir ce qui changerait pour vous',
  noticeMoved: (version: string) => `Vous venez de passer de l’édition ${version} à celle-ci.`,
  noticeMovedLink: 'Confirmer, ou revenir en arrière',
}

export type Texts = typeof fr
