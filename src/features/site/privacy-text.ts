import type { Article } from './article.ts'

export const privacyFr: Article = {
  title: 'Vos données',
  lead: 'Le site garde ce qu’il faut pour que l’équipe travaille, et rien pour juger des personnes.',
  sections: [
    {
      title: 'Ce qui est gardé',
      paragraphs: [],
      points: [
        'Votre compte : nom, adresse électronique, langue, rôles avec leur début et leur fin. Le mot de passe n’est gardé que sous une forme qui ne permet pas de le retrouver.',
        'Vos connexions : l’appareil, le jour et l’heure, tant que la session est ouverte. Vous les voyez et les fermez depuis la page de votre compte.',
        'Le travail de l’établissement : questionnaires, positions retenues, diagnostics, actions, preuves.',
        'Un journal : qui a fait quel geste et quand (ouvrir, clore, valider, inviter). Il ne contient ni texte, ni réponse.',
      ],
    },
    {
      title: 'Vos réponses aux questionnaires',
      paragraphs: [
        'Tant que vous répondez, vos réponses sont liées à votre compte pour que vous puissiez les reprendre. Vous seul les voyez. Le pilote voit combien de questions chacun a remplies, jamais ce qui est répondu.',
        'À la clôture, les noms sont détachés pour de bon : les réponses sont mélangées et rangées sans nom ni heure, puis le lien avec les comptes est effacé. Il ne reste, pour chacun, que le nombre de questions remplies. Personne ne peut revenir en arrière, pas même la personne qui administre le site. Seule une sauvegarde faite avant la clôture contient encore le lien, le temps qu’elle est gardée.',
        'Une précaution vous revient : dans une petite équipe, une raison écrite peut faire reconnaître son auteur. Évitez d’y mettre un nom ou un détail personnel.',
      ],
    },
    {
      title: 'Qui voit quoi',
      paragraphs: [
        'Le travail d’un établissement n’est visible que des personnes qui y ont un rôle, tant que ce rôle dure. Le référent académique et l’équipe nationale voient ce que le chef d’établissement a partagé et, pour l’académie entière, le nombre d’établissements engagés. La personne qui administre le site gère les comptes et les établissements.',
      ],
    },
    {
      title: 'Ce que le site ne fait pas',
      paragraphs: [],
      points: [
        'Il ne classe pas les établissements et ne note pas les personnes.',
        'Il ne charge rien depuis un autre site : ni mesure d’audience, ni publicité, ni police de caractères.',
        'Il ne pose que les témoins (cookies) nécessaires : votre session, votre langue, la reconnaissance de votre navigateur lors des essais de mot de passe, et le message affiché après un enregistrement.',
      ],
    },
    {
      title: 'Combien de temps',
      paragraphs: [
        'Une session dure quatorze jours au plus. Un lien d’invitation marche quatorze jours, un lien pour changer de mot de passe une heure. Les essais manqués de connexion sont comptés pendant un quart d’heure, sous une forme qui ne dit ni l’adresse, ni le compte. Le travail de l’établissement est gardé tant que l’établissement s’en sert.',
      ],
    },
    {
      title: 'Vos droits',
      paragraphs: [
        'Vous pouvez demander à voir vos données, à les faire corriger ou effacer, à en limiter l’usage ou à vous y opposer. Adressez-vous à votre chef d’établissement ou à la personne qui administre le site ; le délégué à la protection des données de votre académie peut vous aider. En dernier recours, vous pouvez saisir la CNIL.',
        'Les réponses déjà détachées de votre nom ne peuvent être ni retrouvées, ni effacées une à une : c’est le prix de leur anonymat.',
      ],
    },
  ],
}

export const privacyEn: Article = {
  title: 'Your data',
  lead: 'The site keeps what a team needs to work, and nothing with which to judge people.',
  sections: [
    {
      title: 'What is kept',
      paragraphs: [],
      points: [
        'Your account: name, email address, language, roles with their start and end. The password is kept only in a form from which it cannot be found.',
        'Your sign-ins: the device, the day and time, as long as the session is open. You see and end them from the page of your account.',
        'The school’s work: questionnaires, agreed positions, diagnoses, actions, evidence.',
        'A journal: who took which step and when (open, close, validate, invite). It holds no text and no answer.',
      ],
    },
    {
      title: 'Your answers to questionnaires',
      paragraphs: [
        'While you answer, your answers are tied to your account so that you can come back to them. You alone see them. The quality lead sees how many questions each person has filled, never what is answered.',
        'At closing, names are detached for good: answers are shuffled and stored without name or time, then the tie with accounts is erased. For each person only the number of questions filled remains. Nobody can go back, not even the person who runs the site. Only a backup made before closing still holds the tie, as long as it is kept.',
        'One care is yours: in a small team, a written reason may tell who wrote it. Avoid names and personal details there.',
      ],
    },
    {
      title: 'Who sees what',
      paragraphs: [
        'The work of a school is seen only by the people who have a role there, as long as the role lasts. The referent of the académie and the national team see what the head of school has shared and, for a whole académie, how many schools take part. The person who runs the site manages accounts and schools.',
      ],
    },
    {
      title: 'What the site does not do',
      paragraphs: [],
      points: [
        'It does not rank schools and does not mark people.',
        'It loads nothing from another site: no audience measurement, no advertising, no typeface.',
        'It sets only the cookies that it needs: your session, your language, the recognition of your browser when passwords are tried, and the message shown after saving.',
      ],
    },
    {
      title: 'For how long',
      paragraphs: [
        'A session lasts at most fourteen days. An invitation link works for fourteen days, a link to change a password for one hour. Failed sign-ins are counted for a quarter of an hour, in a form that tells neither the address nor the account. The school’s work is kept as long as the school uses it.',
      ],
    },
    {
      title: 'Your rights',
      paragraphs: [
        'You may ask to see your data, to have it corrected or erased, to limit its use or to object to it. Ask your head of school or the person who runs the site; the data protection officer of your académie can help. As a last resort you may turn to the data protection authority (in France, the CNIL).',
        'Answers already detached from your name can be neither found nor erased one by one: that is the price of their anonymity.',
      ],
    },
  ],
}
