package io.sluice.transport.netty.mask;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.stream.Failure;
import io.sluice.wire.Endpoint;
import io.sluice.wire.WireEvent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

  private static final String KEY = "sk-live-4242";

  @Test
  void aKeyInAnyDataIsMasked() {
    assertThat(data(KEY, "{\"content\":\"the key is sk-live-4242 é\"}"))
        .isEqualTo("{\"content\":\"the key is *** é\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sk\\u002dlive-4242",
        "sk\\u002Dlive\\u002d4242",
        "\\u0073k-live-4242",
        "sk-live-424\\u0032",
        "\\u0073\\u006b\\u002d\\u006c\\u0069\\u0076\\u0065\\u002d\\u0034\\u0032\\u0034\\u0032",
        "sk\\\\u002dlive-4242",
        "sk\\\\\\u002dlive-4242",
      })
  void anEscapedKeyIsMasked(String written) {
    assertThat(data(KEY, "{\"content\":\"\\n" + written + "\\u00e9\"}"))
        .isEqualTo("{\"content\":\"\\n***\\u00e9\"}");
    var failure = new Failure.Protocol("it says " + written, written);
    assertThat(redaction(KEY).of(failure)).isEqualTo(new Failure.Protocol("it says ***", "***"));
  }

  @Test
  void aKeyInBase64IsMaskedAsPhpAndDotNetWriteIt() {
    String key = "aGVsbG8+d29/bGQ9==";
    assertThat(data(key, "{\"content\":\"aGVsbG8\\u002Bd29\\/bGQ9\\u003d=\"}"))
        .isEqualTo("{\"content\":\"***\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sk\\u002elive-4242",
        "sk\\u012dlive-4242",
        "sk\\nlive-4242 \\u002d \\u002",
        "sk\\",
        "sk-live-424\\u003",
        "\\\\\\\\\\\\\\\\\\\\\\\\",
      })
  void whatOnlyLooksLikeAnEscapedKeyIsHandedOnAsItIs(String written) {
    var event = new WireEvent.Data("message", "", ByteBuffer.wrap(bytes(written)));
    assertThat(redaction(KEY).of(event)).isSameAs(event);
  }

  @Test
  void backslashesWithoutEndTakeNoLongerThanOtherText() {
    String many = "\\".repeat(1 << 20) + "u002d";
    var event = new WireEvent.Data("message", "", ByteBuffer.wrap(bytes(many)));
    assertThat(redaction(KEY).of(event)).isSameAs(event);
  }

  @Test
  void dataWithoutTheKeyIsHandedOnAsItIs() {
    var event = new WireEvent.Data("message", "", ByteBuffer.wrap(bytes("sk-live-4241 sk-live-")));
    assertThat(redaction(KEY).of(event)).isSameAs(event);
  }

  @Test
  void aKeyThatMayBeAWordIsMaskedInErrorsOnly() {
    assertThat(data("ollama", "{\"content\":\"ollama is a program\"}")).contains("ollama");
    assertThat(data("ollama", "{\"error\":\"key ollama is wrong\"}")).contains("key *** is wrong");
  }

  @Test
  void aKeyThatMayBePartOfTheJsonLeavesItWhole() {
    String chunk = "{\"created\":1712345678,\"choices\":[{\"index\":0}],\"error\":null}";
    for (String key : List.of("x", "e", "null", "12345678")) {
      assertThat(data(key, chunk)).as(key).isEqualTo(chunk);
    }
  }

  @Test
  void anAnswerInOnePieceIsAnAnswer() {
    WireEvent whole = new WireEvent.Whole(ByteBuffer.wrap(bytes("{\"content\":\"ollama\"}")));
    assertThat(redaction("ollama").of(whole)).isSameAs(whole);
  }

  @Test
  void aDocumentAndTheRestOfAStreamAreMaskedToo() {
    WireEvent whole = new WireEvent.Whole(ByteBuffer.wrap(bytes("<p>" + KEY)));
    assertThat(text(((WireEvent.Whole) redaction(KEY).of(whole)).bytes())).isEqualTo("<p>***");
    WireEvent rest = new WireEvent.Unfinished("error", "", ByteBuffer.wrap(bytes("no " + KEY)));
    assertThat(text(((WireEvent.Unfinished) redaction(KEY).of(rest)).bytes())).isEqualTo("no ***");
  }

  private static String data(String key, String data) {
    var event = new WireEvent.Data("message", "", ByteBuffer.wrap(bytes(data)));
    return text(((WireEvent.Data) redaction(key).of(event)).bytes());
  }

  private static Redaction redaction(String key) {
    return new Redaction(Endpoint.of("http://localhost/v1").withKey(key));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(ByteBuffer bytes) {
    return StandardCharsets.UTF_8.decode(bytes.duplicate()).toString();
  }
}
