package io.sluice.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Utf8Test {

  @ParameterizedTest
  @CsvSource({
    "61ff62, a�b",
    "61e282, a�",
    "61e28262, a�b",
    "eda080, ���",
    "c080, ��",
    "f0808080, ����",
    "f48fbfbf, \uDBFF\uDFFF",
    "f4908080, ����",
    "f09f98, �",
    "80, �",
    "e0a0, �",
    "e080, ��",
    "efbfbd, �",
    "f5, �"
  })
  void eachMaximalPartThatIsNoUtf8BecomesOneReplacement(String bytes, String text) {
    byte[] encoded = HexFormat.of().parseHex(bytes);

    assertThat(Utf8.decode(encoded, 0, encoded.length)).isEqualTo(text);
  }

  @Test
  void everyCharacterSurvives() {
    for (int c = 0; c <= Character.MAX_CODE_POINT; c += c < 0x3000 ? 1 : 97) {
      if (!(c >= 0xD800 && c < 0xE000)) {
        String text = Character.toString(c);
        byte[] broken = (text + "?").getBytes(StandardCharsets.UTF_8);
        broken[broken.length - 1] = (byte) 0xFF;

        assertThat(Utf8.decode(broken, 0, broken.length)).isEqualTo(text + "�");
      }
    }
  }

  @Test
  void aBufferIsReadFromItsPositionAndLeftThere() {
    byte[] bytes = "-é!".getBytes(StandardCharsets.UTF_8);
    ByteBuffer direct = ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
    for (ByteBuffer whole : List.of(ByteBuffer.wrap(bytes), direct)) {
      ByteBuffer buffer = whole.position(1).slice();

      assertThat(Utf8.decode(buffer)).isEqualTo("é!");
      assertThat(buffer.position()).isZero();
    }
  }
}
