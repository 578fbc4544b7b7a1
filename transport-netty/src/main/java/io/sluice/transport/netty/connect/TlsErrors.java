package io.sluice.transport.netty.connect;

import io.netty.handler.ssl.NotSslRecordException;
import io.sluice.stream.Failure;
import io.sluice.stream.Failure.Connection.Missing;
import io.sluice.transport.netty.http.OpeningBytes;
import io.sluice.transport.netty.route.Target;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateExpiredException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/** Error messages for TLS failures that another attempt does not change. */
public final class TlsErrors {

  /**
   * The beginning of a TLS record when the peer speaks plain HTTP, in hexadecimal digits: {@code
   * HTTP}.
   */
  private static final String PLAIN_HTTP = "48545450";

  private static final Pattern OTHER_NAME =
      Pattern.compile("No (?:subject alternative|name matching)");

  private static final Pattern OTHER_VERSION =
      Pattern.compile("protocol version .*not (?:accepted|enabled|supported)");

  private static final Pattern ALERT = Pattern.compile("Received fatal alert: (\\w+)");

  private TlsErrors() {}

  /** Whether another attempt would fail for the same reason. */
  static boolean isLast(Throwable cause) {
    return last(cause, new Target(Target.Security.TLS, "", 0)).isPresent();
  }

  /** The failure, if another attempt would fail for the same reason; otherwise empty. */
  public static Optional<Failure> last(Throwable cause, Target target) {
    Throwable root = ConnectionErrors.rootOf(cause);
    if (root instanceof NotSslRecordException) {
      return failure(noTls(ConnectionErrors.line(root), target));
    }
    if (root instanceof GeneralSecurityException) {
      return Optional.of(distrust(root, target));
    }
    return root instanceof SSLException
        ? refused(ConnectionErrors.line(root), target)
        : Optional.empty();
  }

  private static Optional<Failure> failure(String line) {
    return Optional.of(new Failure.Connection(line));
  }

  private static String noTls(String record, Target target) {
    return record.contains(PLAIN_HTTP)
        ? target + " speaks plain HTTP and no TLS; use http:// in the URL"
        : target + " does not speak TLS; check scheme and port of the URL";
  }

  private static Failure distrust(Throwable root, Target target) {
    String why = ConnectionErrors.line(root);
    String certificate = "the certificate of " + target;
    if (OTHER_NAME.matcher(why).find()) {
      return new Failure.Connection(
          certificate + " is for another name: " + why + "; check the URL");
    }
    String distrusted = certificate + " is not trusted: " + why;
    return root instanceof CertificateExpiredException
        ? new Failure.Connection(distrusted + "; check the clock, or have the server renew it")
        : new Failure.Connection(
            distrusted + "; check the URL, or add its authority's certificate",
            Optional.of(Missing.AUTHORITY));
  }

  private static Optional<Failure> refused(String why, Target target) {
    Matcher alert = ALERT.matcher(why);
    String name = alert.find() ? alert.group(1) : "";
    if (name.equals("protocol_version") || OTHER_VERSION.matcher(why).find()) {
      return failure(
          target + " speaks no version of TLS that is safe; have it offer TLS 1.2 or 1.3");
    }
    return switch (name) {
      case "certificate_required" ->
          withoutCertificate(target + " demands a client certificate (" + name + ")");
      case "bad_certificate",
          "unsupported_certificate",
          "certificate_revoked",
          "certificate_expired",
          "certificate_unknown",
          "unknown_ca",
          "access_denied" ->
          withoutCertificate(
              target + " demands a client certificate, or refuses the one given (" + name + ")");
      case "handshake_failure" ->
          withoutCertificate(
              target
                  + " refused the TLS handshake ("
                  + name
                  + "); it may demand a client certificate, or share no cipher");
      case "no_application_protocol" -> failure(OpeningBytes.http2(target.authority()));
      case "unrecognized_name" ->
          failure(target + " has no certificate for that name (" + name + "); check the URL");
      default -> Optional.empty();
    };
  }

  private static Optional<Failure> withoutCertificate(String line) {
    return Optional.of(new Failure.Connection(line, Optional.of(Missing.CLIENT_CERTIFICATE)));
  }
}
