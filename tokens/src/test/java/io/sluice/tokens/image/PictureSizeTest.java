package io.sluice.tokens.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureSizeTest {

  @ParameterizedTest
  @CsvSource({
    // PNG, GIF, JPEG with a comment, and the three kinds of WebP.
    "89504e470d0a1a0a0000000d49484452000001c200000080, 450, 128",
    "47494638396101020403, 513, 772",
    "ffd8ffe0000400ffffc4000300ffc2000b0800640132, 306, 100",
    "524946460000000057454250565038580a000000000000001f03000f0000, 800, 16",
    "5249464600000000574542505650384c000000002f8f418f00, 400, 574",
    "52494646000000005745425056503820000000000000009d012a80404000, 128, 64"
  })
  void sizeIsInTheHeadOfEachFormat(String head, long width, long height) {
    assertThat(PictureSize.ofDataUrl(url(HexFormat.of().parseHex(head))))
        .contains(new PictureSize(width, height));
  }

  @ParameterizedTest
  @CsvSource({
    "89504e470d0a1a0a0000000d49484452000001c2000000",
    "4749463839610102",
    "ffd8ffe00004",
    "89504e470d0a1a0a0000000d494844520000000000000080",
    "ffd8ffd9",
    "424d",
    "''"
  })
  void headThatIsCutOrUnknownHasNoSize(String head) {
    assertThat(PictureSize.ofDataUrl(url(HexFormat.of().parseHex(head)))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.org/a.png",
        "",
        "data:image/png,raw",
        "data:image/gif;base64,R0lG*DlhAQEBAQ=="
      })
  void anythingElseHasNoSize(String url) {
    assertThat(PictureSize.ofDataUrl(url)).isEmpty();
  }

  @Test
  void frameOfAJpegIsFoundBehindOtherSegmentsUpToABound() {
    assertThat(PictureSize.ofDataUrl(jpegWithSegments(10))).contains(new PictureSize(2, 1));
    assertThat(PictureSize.ofDataUrl(jpegWithSegments(17))).isEmpty();
  }

  /** Each segment has 64 KiB. */
  private static String jpegWithSegments(int segments) {
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(HexFormat.of().parseHex("ffd8"));
    for (int i = 0; i < segments; i++) {
      bytes.writeBytes(HexFormat.of().parseHex("ffe1ffff"));
      bytes.writeBytes(new byte[0xFFFD]);
    }
    bytes.writeBytes(HexFormat.of().parseHex("ffffc0000b0800010002"));
    return url(bytes.toByteArray());
  }

  private static String url(byte[] bytes) {
    return "data:image/any;base64," + Base64.getEncoder().encodeToString(bytes);
  }
}
