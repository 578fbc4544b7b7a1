package io.sluice.transport.netty;

import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.compression.DecompressionException;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.handler.proxy.ProxyConnectException;
import io.sluice.stream.Failure;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import javax.net.ssl.SSLException;

/** What went wrong below HTTP, in words for people: the thing, the value, the remedy. */
final class Mishap {

  private Mishap() {}

  /** Why no connection came about. */
  static Failure connecting(Throwable cause, Target target) {
    Throwable root = unwrapped(cause);
    if (root instanceof UnknownHostException) {
      return connection("host '" + target.host() + "' is unknown; check the URL and the network");
    }
    if (root instanceof ProxyConnectException) {
      return connection("the proxy did not lead to " + target + ": " + line(root));
    }
    if (isDistrust(cause)) {
      return connection(
          "the certificate of "
              + target
              + " is not trusted: "
              + line(rootOf(root))
              + "; check the URL, or have the JDK trust who signed it");
    }
    if (root instanceof SSLException) {
      return connection("no secure connection to " + target + ": " + line(rootOf(root)));
    }
    if (root instanceof ConnectException) {
      return connection("nothing answers at " + target + "; is the server running?");
    }
    return connection("no connection to " + target + ": " + line(root));
  }

  /** Whether a connection failed for want of trust, which another attempt does not bring. */
  static boolean isDistrust(Throwable cause) {
    return rootOf(cause) instanceof GeneralSecurityException;
  }

  /** Why a connection that stood has broken. */
  static Failure.Connection breaking(Throwable cause) {
    return connection(
        isHttp(cause)
            ? "what came is no valid HTTP: " + line(rootOf(cause))
            : "the connection broke: " + line(rootOf(cause)));
  }

  /** What was received and is not allowed; nothing if the cause is of another kind. */
  static Optional<Failure> violation(Throwable cause) {
    return excess(cause)
        .or(
            () ->
                isHttp(cause)
                    ? violation("the response is no valid HTTP: " + line(rootOf(cause)))
                    : Optional.empty());
  }

  /** The bound that what was received exceeds; nothing if the cause is of another kind. */
  static Optional<Failure> excess(Throwable cause) {
    if (cause instanceof TooLongHttpHeaderException) {
      return violation("the head of the response is longer than 64 KiB");
    }
    if (cause instanceof TooLongHttpLineException) {
      return violation("the response does not begin like HTTP/1.1; check the URL");
    }
    if (cause instanceof DecompressionException) {
      return violation("the compressed body cannot be unpacked, or unpacks without bound");
    }
    return cause instanceof TooLongFrameException ? violation(line(cause)) : Optional.empty();
  }

  private static boolean isHttp(Throwable cause) {
    boolean decoding =
        cause instanceof DecoderException && !(cause.getCause() instanceof SSLException);
    return decoding || cause instanceof IllegalArgumentException;
  }

  private static Optional<Failure> violation(String message) {
    return Optional.of(new Failure.Protocol(message, ""));
  }

  private static Failure.Connection connection(String message) {
    return new Failure.Connection(message);
  }

  private static Throwable unwrapped(Throwable cause) {
    boolean wrapper = cause instanceof CompletionException || cause instanceof DecoderException;
    return wrapper && cause.getCause() != null ? unwrapped(cause.getCause()) : cause;
  }

  private static Throwable rootOf(Throwable cause) {
    Throwable root = cause;
    for (int depth = 0; depth < 10 && root.getCause() != null; depth++) {
      root = root.getCause();
    }
    return root;
  }

  private static String line(Throwable cause) {
    String message =
        cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    String folded = message.replaceAll("\\s+", " ").strip();
    return folded.length() > 200 ? folded.substring(0, 200) + "…" : folded;
  }
}
