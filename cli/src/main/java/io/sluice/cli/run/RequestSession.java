package io.sluice.cli.run;

import io.sluice.cli.command.Call;

/**
 * What the requests of a call need while they run: the sinks and the server. To be closed after the
 * last answer.
 *
 * @param sinks the sinks that the user named
 * @param upstream the server
 */
public record RequestSession(Sinks sinks, Upstream upstream) implements AutoCloseable {
  /**
   * Loads the plugins and opens the server; connects to nothing yet.
   *
   * @throws io.sluice.cli.settings.UsageException in one line, if the options name what is not
   *     there
   */
  public static RequestSession open(
      RequestOptions request, ConnectionOptions connection, OutputOptions output, Call call) {
    Sinks sinks = Sinks.of(output, call);
    try {
      var dialect = sinks.spoken(connection.server());
      return new RequestSession(sinks, Upstream.open(connection, request.model(), dialect, call));
    } catch (RuntimeException refused) {
      sinks.close();
      throw refused;
    }
  }

  @Override
  public void close() {
    try {
      upstream.close();
    } finally {
      sinks.close();
    }
  }
}
