package io.sluice.sinks.opentelemetry.plugin;

import io.sluice.stream.OneLine;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Keeps the first warning of the SDK, which says by the logging of the JDK what it could not
 * deliver. The console gets none: stderr belongs to the user. To be closed when the SDK has ended.
 * If several SDKs live at once, each of these hears the warnings of all. Thread-safe.
 */
final class SdkWarnings extends Handler implements AutoCloseable {

  private final Logger logger = Logger.getLogger("io.opentelemetry");
  private final CompletableFuture<Warning> first = new CompletableFuture<>();

  SdkWarnings() {
    logger.addHandler(this);
    logger.setUseParentHandlers(false);
  }

  /**
   * What is to be said of the first warning, in one line.
   *
   * @param endpoint where the SDK sends to; named unless the warning may be of another SDK
   */
  Optional<String> complaint(String endpoint) {
    return first.isDone()
        ? Optional.of(
            "not everything was delivered"
                + (first.join().isOfOne() ? " to " + endpoint : "")
                + ": "
                + first.join().text())
        : Optional.empty();
  }

  @Override
  public void publish(LogRecord said) {
    if (said.getLevel().intValue() >= Level.WARNING.intValue()) {
      first.complete(new Warning(OneLine.of(text(said)), isAlone()));
    }
  }

  private boolean isAlone() {
    return Stream.of(logger.getHandlers()).filter(SdkWarnings.class::isInstance).count() == 1;
  }

  private static String text(LogRecord said) {
    Throwable thrown = said.getThrown();
    return said.getMessage() + (thrown == null ? "" : " " + thrown.getClass().getSimpleName());
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    logger.removeHandler(this);
    logger.setUseParentHandlers(logger.getHandlers().length == 0);
  }

  /**
   * What an SDK warned of.
   *
   * @param text the warning, in one line
   * @param isOfOne whether there was one SDK alone that could give it
   */
  private record Warning(String text, boolean isOfOne) {}
}
