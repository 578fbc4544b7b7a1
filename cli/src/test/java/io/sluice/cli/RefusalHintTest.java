package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalHintTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "400 | Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead. | max_completion_tokens",
        "422 | the field `thinking_budget` is required | thinking_budget",
      })
  void aFieldWithoutAFlagIsSetByParam(int status, String message, String field) throws IOException {
    assertThat(refused(status, message, "", "hello"))
        .isEqualTo(
            "sluice: the server answered %d: %s; --param %s=VALUE sets that field\n"
                .formatted(status, message, field));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'max_tokens' is too large",
        "'tool_calls' must be followed by messages",
        "top_k is no field",
        "'user' is refused",
        "the model 'my_model' is unknown",
        "'given_already' is wrong"
      })
  void otherRefusalsAreSaidAsTheyAre(String message) throws IOException {
    assertThat(refused(400, message, "", "-m", "my_model", "--param", "given_already=1", "hello"))
        .isEqualTo("sluice: the server answered 400: " + message + "\n");
  }

  @ParameterizedTest
  @CsvSource({"/chat/completions, /chat/completions", "/chat/completions/, /chat/completions"})
  void aBaseUrlThatIsTooLongIsSaid(String more, String added) throws IOException {
    assertThat(refused(404, "Not Found", more, "hello"))
        .isEqualTo(
            "sluice: the server answered 404: Not Found; check the model and the base URL; it must"
                + " end before "
                + added
                + ", which is added to it\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/chat", "/my-messages"})
  void aBaseUrlThatIsNotTooLongIsNotBlamed(String more) throws IOException {
    assertThat(refused(404, "Not Found", more, "hello"))
        .endsWith("check the model and the base URL\n");
  }

  private static String refused(int status, String message, String more, String... args)
      throws IOException {
    String body = "{\"error\":{\"message\":\"" + message + "\"}}";
    String answer =
        "HTTP/1.1 " + status + " No\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    try (RawServer server =
        RawServer.answering(
            (socket, in) -> {
              OutputStream out = socket.getOutputStream();
              out.write(answer.getBytes(StandardCharsets.UTF_8));
            })) {
      List<String> words = new ArrayList<>(List.of("--base-url", server.url() + more));
      words.addAll(List.of(args));
      return Sluice.command().run(words.toArray(String[]::new)).err();
    }
  }
}
