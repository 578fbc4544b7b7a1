package io.sluice.sinks.opentelemetry.plugin;

import io.sluice.stream.OneLine;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Keeps the first warning of the SDK, which says by the logging of the JDK what it could not
 * deliver. The console gets none: stderr belongs to the user. To be closed when the SDK has ended;
 * one that did not end in time may still warn. Thread-safe.
 */
final class SdkWarnings extends Handler implements AutoCloseable {

  private final Logger logger = Logger.getLogger("io.opentelemetry");
  private final CompletableFuture<String> first = new CompletableFuture<>();

  SdkWarnings() {
    logger.addHandler(this);
    logger.setUseParentHandlers(false);
  }

  /** The first warning, in one line. */
  Optional<String> first() {
    return first.isDone() ? Optional.of(first.join()) : Optional.empty();
  }

  @Override
  public void publish(LogRecord said) {
    if (said.getLevel().intValue() >= Level.WARNING.intValue()) {
      first.complete(OneLine.of(text(said)));
    }
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
}
