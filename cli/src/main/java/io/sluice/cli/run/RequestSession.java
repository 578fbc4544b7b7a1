package io.sluice.cli.run;

import io.sluice.cli.command.Call;
import io.sluice.wire.Dialect;
import java.util.function.Function;

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
    return open(
        connection,
        output,
        call,
        dialect -> Upstream.open(connection, request.model(), dialect, call));
  }

  /**
   * Opens all that {@link #open} does, for requests that may name the model themselves.
   *
   * @throws io.sluice.cli.settings.UsageException in one line, if the options name what is not
   *     there
   */
  public static RequestSession openForRows(
      RequestOptions request, ConnectionOptions connection, OutputOptions output, Call call) {
    return open(
        connection,
        output,
        call,
        dialect -> Upstream.openForRows(connection, request.model(), dialect, call));
  }

  private static RequestSession open(
      ConnectionOptions connection,
      OutputOptions output,
      Call call,
      Function<Dialect, Upstream> opening) {
    Sinks sinks = Sinks.of(output, call);
    try {
      return new RequestSession(sinks, opening.apply(sinks.spoken(connection.server())));
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
