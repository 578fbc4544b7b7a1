package io.sluice.transport.netty.connect;

import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.compression.DecompressionException;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.sluice.stream.End;
import io.sluice.stream.Failure;
import io.sluice.transport.netty.body.Unreadable;
import io.sluice.transport.netty.route.Proxy;
import io.sluice.transport.netty.route.ProxyRefusal;
import io.sluice.transport.netty.route.Route;
import io.sluice.transport.netty.route.Target;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import javax.net.ssl.SSLException;

/** Error messages for failures below HTTP, each with the thing, the value and the remedy. */
public final class ConnectionErrors {

  private ConnectionErrors() {}

  /** The end of a call whose transport is closed. */
  public static End.Failed closed() {
    return new End.Failed(connection("the transport is closed"));
  }

  /**
   * Why connecting to {@code target} failed; an {@link Unreachable} holds the route that was tried.
   */
  public static Failure connecting(Throwable cause, Target target) {
    Throwable root = unwrapped(cause);
    if (root instanceof ClosedTransport) {
      return closed().failure();
    }
    if (root instanceof NoFreeConnection) {
      return connection(
          "no connection to "
              + target
              + ": "
              + line(root)
              + "; allow more connections, or send fewer requests at once");
    }
    Route route =
        cause instanceof Unreachable unreachable
            ? unreachable.route()
            : new Route(target, Optional.empty());
    if (root instanceof Tunnel.Refused refused && route.proxy().isPresent()) {
      return connection(ProxyRefusal.tunnel(route.proxy().get(), target, refused.answer()));
    }
    Optional<Failure> tls = TlsErrors.last(cause, target);
    if (tls.isPresent()) {
      return tls.get();
    }
    if (root instanceof SSLException) {
      return connection("no secure connection to " + target + ": " + line(rootOf(root)));
    }
    return connection(
        route.proxy().map(proxy -> noProxy(proxy, root)).orElseGet(() -> noServer(target, root)));
  }

  private static String noServer(Target target, Throwable root) {
    if (root instanceof UnknownHostException) {
      return "host '" + target.host() + "' is unknown; check the URL and the network";
    }
    return root instanceof ConnectException
        ? "nothing answers at " + target + "; is the server running?"
        : "no connection to " + target + ": " + line(root);
  }

  private static String noProxy(Proxy proxy, Throwable root) {
    if (root instanceof UnknownHostException) {
      return proxy + " has an unknown host; check " + proxy.source() + " and the network";
    }
    return root instanceof ConnectException
        ? proxy + " does not answer; is it running? correct or unset " + proxy.source()
        : "no connection through " + proxy + ": " + line(root);
  }

  /** Whether connecting failed for a reason that another attempt does not change. */
  public static boolean isFinal(Throwable cause) {
    Throwable root = unwrapped(cause);
    if (root instanceof ClosedTransport || root instanceof NoFreeConnection) {
      return true;
    }
    if (root instanceof Tunnel.Refused refused) {
      int status = refused.answer().status().code();
      return status < 500 && status != 408 && status != 429;
    }
    return TlsErrors.isLast(cause);
  }

  /** Why an open connection broke. */
  public static Failure.Connection breaking(Throwable cause) {
    return connection(
        isHttp(cause)
            ? "what came is no valid HTTP: " + line(rootOf(cause))
            : "the connection broke: " + line(rootOf(cause)));
  }

  /** The failure for bytes that are not allowed in a response head; empty for other causes. */
  public static Optional<Failure> violation(Throwable cause) {
    if (cause instanceof TooLongHttpHeaderException) {
      return violation("the head of the response is longer than 64 KiB");
    }
    if (cause instanceof TooLongHttpLineException) {
      return violation("the response does not begin like HTTP/1.1; check the URL");
    }
    return excess(cause)
        .or(
            () ->
                isHttp(cause)
                    ? violation("the response is no valid HTTP: " + line(rootOf(cause)))
                    : Optional.empty());
  }

  /** The failure for a body that cannot be read or exceeds a bound; empty for other causes. */
  public static Optional<Failure> excess(Throwable cause) {
    if (cause instanceof TooLongHttpHeaderException) {
      return violation("the trailers of the response are longer than 64 KiB");
    }
    if (cause instanceof TooLongHttpLineException) {
      return violation("a chunk of the body begins with a line longer than 8 KiB");
    }
    if (cause instanceof DecompressionException) {
      return violation(
          "the body is labelled as compressed and cannot be unpacked, or unpacks without bound;"
              + " turn compression off at the server or the gateway");
    }
    boolean ours = cause instanceof Unreadable || cause instanceof TooLongFrameException;
    return ours ? violation(line(cause)) : Optional.empty();
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
    boolean wrapper =
        cause instanceof CompletionException
            || cause instanceof DecoderException
            || cause instanceof Unreachable;
    return wrapper && cause.getCause() != null ? unwrapped(cause.getCause()) : cause;
  }

  static Throwable rootOf(Throwable cause) {
    Throwable root = cause;
    for (int depth = 0; depth < 10 && root.getCause() != null; depth++) {
      root = root.getCause();
    }
    return root;
  }

  static String line(Throwable cause) {
    String message =
        cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    String folded = message.replaceAll("\\s+", " ").strip();
    return folded.length() > 200 ? folded.substring(0, 200) + "…" : folded;
  }
}
