package io.sluice.simulator.request;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Says in words what a picture's URL holds; nothing is fetched. */
public final class PictureUrl {
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};
  private static final int JPEG_START = 0xFFD8;

  private PictureUrl() {}

  /** A width and a height in pixels. */
  private record PixelSize(int width, int height) {}

  /**
   * Such as "a picture of 640 by 480".
   *
   * @param place of the URL in the request, for the error
   * @throws InvalidRequest if it is neither a URL of the web nor data of a picture
   */
  public static String described(String url, String place) {
    if (url.startsWith("https://") || url.startsWith("http://")) {
      return "a picture at " + host(url);
    }
    int comma = url.indexOf(',');
    if (!url.startsWith("data:image/") || comma < 0) {
      throw InvalidRequest.coded(
          place,
          "invalid_value",
          "Invalid '" + place + "'. Expected a valid URL, but got a value with an invalid format.");
    }
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(url.substring(comma + 1));
      return size(bytes)
          .map(size -> "a picture of " + size.width() + " by " + size.height())
          .orElse("a picture of " + bytes.length + " bytes");
    } catch (IllegalArgumentException broken) {
      throw InvalidRequest.coded(place, "invalid_base64", "Invalid base64 image_url.");
    }
  }

  private static String host(String url) {
    try {
      return Optional.ofNullable(URI.create(url).getHost()).orElse("an address");
    } catch (IllegalArgumentException broken) {
      return "an address";
    }
  }

  private static Optional<PixelSize> size(byte[] bytes) {
    var head = ByteBuffer.wrap(bytes);
    String start = new String(bytes, 0, Math.min(16, bytes.length), StandardCharsets.ISO_8859_1);
    try {
      if (head.limit() >= PNG.length && head.slice(0, PNG.length).equals(ByteBuffer.wrap(PNG))) {
        return Optional.of(new PixelSize(head.getInt(16), head.getInt(20)));
      }
      if (start.startsWith("GIF8")) {
        return Optional.of(new PixelSize(little(head, 6), little(head, 8)));
      }
      if (start.startsWith("RIFF") && start.endsWith("VP8X")) {
        return Optional.of(new PixelSize(1 + wide(head, 24), 1 + wide(head, 27)));
      }
      return head.limit() > 2 && unsigned(head, 0) == JPEG_START ? jpeg(head) : Optional.empty();
    } catch (IndexOutOfBoundsException tooShort) {
      return Optional.empty();
    }
  }

  /** Walks over the segments of a JPEG up to the one that begins a frame. */
  private static Optional<PixelSize> jpeg(ByteBuffer head) {
    int at = 2;
    while (true) {
      int marker = unsigned(head, at);
      boolean frame =
          marker >= 0xFFC0
              && marker <= 0xFFCF
              && marker != 0xFFC4
              && marker != 0xFFC8
              && marker != 0xFFCC;
      if (frame) {
        return Optional.of(new PixelSize(unsigned(head, at + 7), unsigned(head, at + 5)));
      }
      at += 2 + Math.max(2, unsigned(head, at + 2));
    }
  }

  private static int unsigned(ByteBuffer head, int at) {
    return Short.toUnsignedInt(head.getShort(at));
  }

  private static int little(ByteBuffer head, int at) {
    return Byte.toUnsignedInt(head.get(at)) | Byte.toUnsignedInt(head.get(at + 1)) << 8;
  }

  private static int wide(ByteBuffer head, int at) {
    return little(head, at) | Byte.toUnsignedInt(head.get(at + 2)) << 16;
  }
}
