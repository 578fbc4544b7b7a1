package io.sluice.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.json.JsonObject;
import org.junit.jupiter.api.Test;

class ContentPartTest {

  private static final Json NONE = new Json("null");

  private static final byte[] BYTES = {1, 2, 3};

  @Test
  void aMessageHasItsPartsInOrder() {
    Message message =
        Message.user(
            ContentPart.text("What is \"this\"?"), ContentPart.image("https://example.com/a.png"));

    assertThat(message.role()).isEqualTo(Role.USER);
    assertThat(message.content()).isEmpty();
    assertThat(message.other().getOrDefault("content", NONE).text())
        .isEqualTo(
            "[{\"type\":\"text\",\"text\":\"What is \\\"this\\\"?\"},"
                + "{\"type\":\"image_url\",\"image_url\":{\"url\":\"https://example.com/a.png\"}}]");
  }

  @Test
  void filesAreSentAlongInBase64() {
    assertThat(url(ContentPart.image("image/png", BYTES), "image_url", "url"))
        .isEqualTo("data:image/png;base64,AQID");
    assertThat(url(ContentPart.file("a.pdf", "application/pdf", BYTES), "file", "file_data"))
        .isEqualTo("data:application/pdf;base64,AQID");
    assertThat(url(ContentPart.sound("wav", BYTES), "input_audio", "data")).isEqualTo("AQID");
  }

  @Test
  void aPartOfAnotherKindIsWrittenByHand() {
    var part = new ContentPart(new Json("{\"type\":\"video\"}"));
    assertThat(Message.user(part).other().getOrDefault("content", NONE).text())
        .isEqualTo("[{\"type\":\"video\"}]");
  }

  @Test
  void aMessageWithoutPartsIsRefused() {
    assertThatThrownBy(Message::user)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a message has no parts; give it one, or text");
  }

  private static String url(ContentPart part, String object, String name) {
    return JsonObject.read(part.json().text())
        .object(object)
        .flatMap(it -> it.string(name))
        .orElseThrow();
  }
}
