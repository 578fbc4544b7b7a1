package io.sluice.tokens.image;

import java.util.Optional;

/** Reads the size from the head of a picture, whose first bytes tell its format. */
final class PictureHead {

  private static final int MOST_SEGMENTS = 10_000;
  private static final int BITS_14 = 0x3FFF;

  private final Base64Bytes bytes;

  private PictureHead(Base64Bytes bytes) {
    this.bytes = bytes;
  }

  static Optional<PictureSize> size(Base64Bytes bytes) {
    return new PictureHead(bytes).size();
  }

  private Optional<PictureSize> size() {
    if (bytes.reads(0, "\u0089PNG\r\n\u001a\n") && bytes.reads(12, "IHDR")) {
      return size(bytes.bigEndian(16, 4), bytes.bigEndian(20, 4));
    }
    if (bytes.reads(0, "GIF8")) {
      return size(bytes.littleEndian(6, 2), bytes.littleEndian(8, 2));
    }
    if (bytes.reads(0, "\u00ff\u00d8\u00ff")) {
      return jpeg();
    }
    return bytes.reads(0, "RIFF") && bytes.reads(8, "WEBP") ? webp() : Optional.empty();
  }

  private static Optional<PictureSize> size(long width, long height) {
    return width < 1 || height < 1 ? Optional.empty() : Optional.of(new PictureSize(width, height));
  }

  /** Goes from segment to segment until one describes the frame. */
  private Optional<PictureSize> jpeg() {
    int at = 2;
    for (int segment = 0; segment < MOST_SEGMENTS && bytes.at(at) == 0xFF; segment++) {
      int marker = bytes.at(at + 1);
      if (isFrame(marker)) {
        return size(bytes.bigEndian(at + 7, 2), bytes.bigEndian(at + 5, 2));
      }
      if (marker == 0xFF) {
        at++; // A fill byte.
      } else {
        at += 2 + (int) Math.max(0, bytes.bigEndian(at + 2, 2));
      }
    }
    return Optional.empty();
  }

  /** The markers from C0 to CF but for those of tables and of extensions. */
  private static boolean isFrame(int marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
  }

  private Optional<PictureSize> webp() {
    if (bytes.reads(12, "VP8X")) {
      return size(1 + bytes.littleEndian(24, 3), 1 + bytes.littleEndian(27, 3));
    }
    if (bytes.reads(12, "VP8L") && bytes.at(20) == 0x2F) {
      long bits = bytes.littleEndian(21, 4);
      return bits < 0 ? Optional.empty() : size(1 + (bits & BITS_14), 1 + (bits >> 14 & BITS_14));
    }
    if (bytes.reads(12, "VP8 ") && bytes.reads(23, "\u009d\u0001*")) {
      return size(bytes.littleEndian(26, 2) & BITS_14, bytes.littleEndian(28, 2) & BITS_14);
    }
    return Optional.empty();
  }
}
