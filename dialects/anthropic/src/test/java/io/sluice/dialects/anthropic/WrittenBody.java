package io.sluice.dialects.anthropic;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Message;
import io.sluice.stream.StreamOptions.Form;
import java.util.List;
import java.util.function.UnaryOperator;

/** What a request becomes, for tests: its body in single quotes. */
final class WrittenBody {

  private WrittenBody() {}

  static void refused(String complaint, UnaryOperator<ChatRequest.Builder> asking) {
    assertThatIllegalArgumentException().isThrownBy(() -> said(asking)).withMessage(complaint);
  }

  static String messages(Message... messages) {
    String said =
        said(
            request -> {
              List.of(messages).forEach(request::message);
              return request;
            });
    return said.substring(said.indexOf("'messages':") + "'messages':".length(), said.length() - 1);
  }

  /** The body of a whole call, in single quotes. */
  static String said(UnaryOperator<ChatRequest.Builder> asking) {
    ChatRequest request = asking.apply(ChatRequest.builder("m")).build();
    return RequestBody.write(request, Form.WHOLE).replace('"', '\'');
  }

  static String quoted(String text) {
    return text.replace('\'', '"');
  }
}
