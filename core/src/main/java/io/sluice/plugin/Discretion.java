package io.sluice.plugin;

import io.sluice.sink.SinkOptions;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Calls of what was given secrets: an exception that contains one is thrown again with a masked
 * message, and without its cause.
 */
final class Discretion {

  private static final int DEEPEST = 32;

  private Discretion() {}

  static <T> T make(SinkOptions options, Making<T> making) throws IOException {
    try {
      return making.make();
    } catch (IOException | RuntimeException thrown) {
      if (tells(options, thrown)) {
        throw masked(options, thrown);
      }
      throw thrown;
    }
  }

  static void call(SinkOptions options, DropInSink.Call call) throws IOException {
    make(
        options,
        () -> {
          call.make();
          return call;
        });
  }

  private static boolean tells(SinkOptions options, Throwable thrown) {
    @Nullable Throwable each = thrown;
    for (int depth = 0; each != null && depth < DEEPEST; depth++) {
      String text = each.toString();
      if (!options.masked(text).equals(text) || each.getSuppressed().length > 0) {
        return true;
      }
      each = each.getCause();
    }
    return each != null;
  }

  /** A refusal stays one; everything else is a failure to read or write. */
  private static IOException masked(SinkOptions options, Exception thrown) {
    String message = thrown.getMessage() == null ? thrown.toString() : thrown.getMessage();
    if (thrown instanceof IllegalArgumentException) {
      var refusal = new IllegalArgumentException(options.masked(message));
      refusal.setStackTrace(thrown.getStackTrace());
      throw refusal;
    }
    var failure = new IOException(options.masked(message));
    failure.setStackTrace(thrown.getStackTrace());
    return failure;
  }

  /**
   * Makes something of options.
   *
   * @param <T> what it makes
   */
  @FunctionalInterface
  interface Making<T> {
    T make() throws IOException;
  }
}
