// Loaded into the server before its own code. If the bootstrap dies without a chance to say so (SIGKILL), the channel to it
// closes and the server stops as if told to, instead of holding the port for nobody.
if (process.channel !== undefined) {
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel.unref();
}
