package io.sluice.tokens.image;

import java.util.Optional;

/**
 * The size of a picture in pixels.
 *
 * @param width at least 1
 * @param height at least 1
 */
public record PictureSize(long width, long height) {

  /** Refuses a side of less than 1. */
  public PictureSize {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException(
          "the picture is " + width + "x" + height + "; give at least 1x1");
    }
  }

  /**
   * The size of a PNG, JPEG, GIF or WebP picture in a data URL. Only the bytes that tell the size
   * are decoded. Empty for any other URL or format, and if the size is not within the first MiB.
   */
  public static Optional<PictureSize> ofDataUrl(String url) {
    return Base64Bytes.ofDataUrl(url).flatMap(PictureHead::size);
  }

  @Override
  public String toString() {
    return width + "x" + height;
  }
}
