package io.sluice.transport.netty.pem;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The blocks of a PEM file (RFC 7468); text between them is ignored. */
final class PemFile {

  /** The largest file that is read; all public authorities together take a quarter of a MiB. */
  private static final int LARGEST = 16 << 20;

  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]{1,40})-----(.*?)-----END \\1-----", Pattern.DOTALL);

  private PemFile() {}

  /**
   * The blocks in order.
   *
   * @throws IllegalArgumentException with a one-line message, if the file cannot be read
   */
  static List<Block> read(Path file) {
    Matcher block = BLOCK.matcher(text(file));
    List<Block> blocks = new ArrayList<>();
    while (block.find()) {
      blocks.add(new Block(block.group(1), block.group(2)));
    }
    return blocks;
  }

  private static String text(Path file) {
    try {
      if (Files.isDirectory(file)) {
        throw new IllegalArgumentException(file + " is a folder; name a PEM file");
      }
      if (Files.notExists(file)) {
        throw new IllegalArgumentException(file + " does not exist; name a PEM file");
      }
      if (Files.size(file) > LARGEST) {
        throw new IllegalArgumentException(
            file + " is larger than 16 MiB; name a file of certificates alone");
      }
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException unreadable) {
      throw new IllegalArgumentException(
          file + " cannot be read; check its permissions", unreadable);
    }
  }

  /**
   * The text between two lines of dashes. It may be a private key and is never shown.
   *
   * @param label the name in the lines of dashes, such as {@code CERTIFICATE}
   * @param body Base64, perhaps after header lines
   */
  record Block(String label, String body) {

    boolean isCertificate() {
      return label.equals("CERTIFICATE") || label.equals("X509 CERTIFICATE");
    }

    boolean isPrivateKey() {
      return label.endsWith("PRIVATE KEY");
    }

    boolean isEncrypted() {
      return label.startsWith("ENCRYPTED") || body.contains("ENCRYPTED");
    }

    /**
     * The decoded bytes (DER).
     *
     * @throws IllegalArgumentException if the text is not Base64; the message shows none of it
     */
    byte[] der() {
      return Base64.getDecoder().decode(body.replaceAll("\\s+", ""));
    }

    @Override
    public String toString() {
      return label;
    }
  }
}
