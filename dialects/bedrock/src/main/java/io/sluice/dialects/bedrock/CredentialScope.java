package io.sluice.dialects.bedrock;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sluice.wire.ApiKey;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Where and when a signature of version 4 is valid. Computes the signature.
 *
 * @param at when the call is sent
 * @param region the region of the server, such as {@code us-east-1}
 * @param service the name of the service, such as {@code bedrock}
 */
record CredentialScope(Instant at, String region, String service) {
  static final String ALGORITHM = "AWS4-HMAC-SHA256";

  private static final String HMAC = "HmacSHA256";
  private static final String LAST = "aws4_request";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  /** The time to the second. */
  String time() {
    return TIME.format(at);
  }

  private String date() {
    return time().substring(0, "yyyyMMdd".length());
  }

  /** The signature of a request, in hexadecimal digits. */
  String signature(ApiKey secret, CanonicalRequest request) {
    String toSign = String.join("\n", ALGORITHM, time(), toString(), request.hash());
    return HexFormat.of().formatHex(hmac(key(secret), toSign));
  }

  /** The key that signs in this scope, and in no other. */
  byte[] key(ApiKey secret) {
    byte[] key = ("AWS4" + secret.reveal()).getBytes(UTF_8);
    for (String part : new String[] {date(), region, service, LAST}) {
      key = hmac(key, part);
    }
    return key;
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      return mac.doFinal(text.getBytes(UTF_8));
    } catch (GeneralSecurityException lacking) {
      throw new IllegalStateException("this JDK cannot compute " + HMAC, lacking);
    }
  }

  /** The scope as a request names it. */
  @Override
  public String toString() {
    return String.join("/", date(), region, service, LAST);
  }
}
