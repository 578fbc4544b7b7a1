package io.sluice.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.chat.Json;
import io.sluice.chat.Message;
import io.sluice.chat.Role;
import io.sluice.chat.ToolCall;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageJsonTest {

  private static final Message CALLING =
      Message.builder(Role.ASSISTANT)
          .reasoning("hm")
          .toolCalls(List.of(new ToolCall("c", "f", "{\"a\":1}", Map.of("x", new Json("1")))))
          .with("name", new Json("\"n\""))
          .build();

  @Test
  void messageIsReadAsItWasWritten() {
    assertThat(MessageJson.read(MessageJson.write(CALLING))).isEqualTo(CALLING);
    assertThat(MessageJson.read(MessageJson.write(Message.user("Hi"))))
        .isEqualTo(Message.user("Hi"));
  }

  @Test
  void whatDoesNotFitTheModelIsKept() {
    Message read = MessageJson.read("{\"role\":\"user\",\"content\":[{\"type\":\"text\"}]}");

    assertThat(read.content()).isEmpty();
    assertThat(read.other()).containsEntry("content", new Json("[{\"type\":\"text\"}]"));
  }

  @Test
  void messagesOfAnArrayKeepTheirOrder() {
    String both = MessageJson.write(Message.user("Hi")) + "," + MessageJson.write(CALLING);

    assertThat(MessageJson.readAll("[" + both + "]")).containsExactly(Message.user("Hi"), CALLING);
    assertThat(MessageJson.readAll(" [] ")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {'role':}                      | malformed JSON at character 9
          []                             | JSON that is not an object
          {'content':'Hi'}               | a message without a role
          {'role':7}                     | a message without a role
          """,
      quoteCharacter = '`')
  void messageThatIsNoneIsRefused(String text, String message) {
    assertThatThrownBy(() -> MessageJson.read(text.replace('\'', '"')))
        .isInstanceOf(MalformedJsonException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [{'role':'user'}, x]           | malformed JSON at character 19
          {}                             | no JSON array
          [{'role':'user'},7]            | an array whose message 2 is no object with a role
          [{'content':'Hi'}]             | an array whose message 1 is no object with a role
          """,
      quoteCharacter = '`')
  void arrayThatIsNoneOfMessagesIsRefused(String text, String message) {
    assertThatThrownBy(() -> MessageJson.readAll(text.replace('\'', '"')))
        .isInstanceOf(MalformedJsonException.class)
        .hasMessage(message);
  }
}
