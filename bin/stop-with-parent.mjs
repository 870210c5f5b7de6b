// Loaded before the site: if the process that started it is killed, the channel closes and the site stops in order.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
process.channel?.unref()
