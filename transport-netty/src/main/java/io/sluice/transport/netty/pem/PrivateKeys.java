package io.sluice.transport.netty.pem;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reads a private key from a PEM file: PKCS#8, or the older forms for RSA (RFC 8017, A.1.2) and for
 * elliptic curves (RFC 5915), which are wrapped in PKCS#8 because the JDK reads nothing else.
 */
public final class PrivateKeys {

  private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA", "RSASSA-PSS");

  private static final int SEQUENCE = 0x30;
  private static final int OCTETS = 0x04;
  private static final int PARAMETERS = 0xA0;

  private static final byte[] VERSION_0 = {2, 1, 0};
  private static final byte[] RSA = {6, 9, 42, -122, 72, -122, -9, 13, 1, 1, 1, 5, 0};
  private static final byte[] EC = {6, 7, 42, -122, 72, -50, 61, 2, 1};

  private PrivateKeys() {}

  /**
   * The first private key in a file.
   *
   * @throws IllegalArgumentException with a one-line message that shows nothing of the key, if
   *     there is none, or none that can be used
   */
  public static PrivateKey in(Path file) {
    PemFile.Block block =
        PemFile.read(file).stream()
            .filter(PemFile.Block::isPrivateKey)
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        file
                            + " holds no private key in PEM, which begins with"
                            + " -----BEGIN PRIVATE KEY-----"));
    if (block.isEncrypted()) {
      throw new IllegalArgumentException(
          file
              + " is encrypted with a passphrase; decrypt it into a file of your own, as with"
              + " 'openssl pkey -in FILE -out NEW'");
    }
    return key(file, block);
  }

  private static PrivateKey key(Path file, PemFile.Block block) {
    byte[] pkcs8 = pkcs8(file, block);
    return ALGORITHMS.stream()
        .flatMap(algorithm -> key(algorithm, pkcs8).stream())
        .findFirst()
        .orElseThrow(() -> unusable(file));
  }

  private static Optional<PrivateKey> key(String algorithm, byte[] pkcs8) {
    try {
      return Optional.of(
          KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8)));
    } catch (GeneralSecurityException another) {
      return Optional.empty();
    }
  }

  private static byte[] pkcs8(Path file, PemFile.Block block) {
    try {
      byte[] der = block.der();
      return switch (block.label()) {
        case "RSA PRIVATE KEY" -> wrapped(RSA, der);
        case "EC PRIVATE KEY" -> wrapped(joined(EC, curve(der)), der);
        default -> der;
      };
    } catch (IllegalArgumentException | IndexOutOfBoundsException malformed) {
      throw unusable(file);
    }
  }

  private static byte[] wrapped(byte[] algorithm, byte[] key) {
    return der(SEQUENCE, joined(VERSION_0, der(SEQUENCE, algorithm), der(OCTETS, key)));
  }

  /** The name of the curve, which follows version and key. */
  private static byte[] curve(byte[] key) {
    int at = content(key, 0); // of the sequence
    at = next(key, at); // behind the version
    at = next(key, at); // behind the key
    if ((key[at] & 0xFF) != PARAMETERS) {
      throw new IllegalArgumentException("no curve is named");
    }
    return Arrays.copyOfRange(key, content(key, at), next(key, at));
  }

  private static int next(byte[] der, int at) {
    int first = der[at + 1] & 0xFF;
    if (first < 0x80) {
      return at + 2 + first;
    }
    int length = 0;
    for (int i = 0; i < (first & 0x7F); i++) {
      length = (length << 8) | (der[at + 2 + i] & 0xFF);
    }
    return content(der, at) + length;
  }

  private static int content(byte[] der, int at) {
    int first = der[at + 1] & 0xFF;
    return first < 0x80 ? at + 2 : at + 2 + (first & 0x7F);
  }

  /** DER requires the shortest form of a length (X.690, 10.1). */
  private static byte[] der(int tag, byte[] content) {
    int length = content.length;
    byte[] head;
    if (length < 0x80) {
      head = new byte[] {(byte) tag, (byte) length};
    } else if (length < 0x100) {
      head = new byte[] {(byte) tag, (byte) 0x81, (byte) length};
    } else if (length < 0x10000) {
      head = new byte[] {(byte) tag, (byte) 0x82, (byte) (length >> 8), (byte) length};
    } else {
      throw new IllegalArgumentException("no key is that long");
    }
    return joined(head, content);
  }

  private static byte[] joined(byte[]... parts) {
    var all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  /** Has no cause, since its message may quote the key. */
  private static IllegalArgumentException unusable(Path file) {
    return new IllegalArgumentException(
        file + " holds a private key that cannot be read; export it anew, as PKCS#8 in PEM");
  }
}
