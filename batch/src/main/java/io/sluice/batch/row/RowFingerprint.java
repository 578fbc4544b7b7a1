package io.sluice.batch.row;

import io.sluice.chat.ChatRequest;
import io.sluice.json.RequestJson;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells whether a row still asks the same of the same server. */
public final class RowFingerprint {

  private RowFingerprint() {}

  /**
   * Returns the SHA-256 of a request and of where it is sent, as 64 hexadecimal digits. It depends
   * on the model, the messages, the parameters, the dialect and the address, and on no key.
   *
   * @param target the dialect and the address of the server, without secrets
   */
  public static String of(ChatRequest request, String target) {
    String asked = RequestJson.write(request) + "\n" + target;
    return HexFormat.of().formatHex(digest().digest(asked.getBytes(StandardCharsets.UTF_8)));
  }

  /** Returns a digest with which inputs are compared, too. */
  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
