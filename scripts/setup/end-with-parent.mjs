// Loaded before the server: asks it to end when the script that started it is gone, killed outright for example,
// so that the next start does not find the port and the data folder taken.
if (process.channel) {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel.unref();
}
