package io.sluice.dialects.responses;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.stream.Outcome;
import io.sluice.stream.Status;
import io.sluice.testkit.DialectContract;
import io.sluice.transport.netty.EventStreams;
import io.sluice.wire.BodyDecoder;
import io.sluice.wire.Dialect;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Streams that were written by hand. */
class ResponseStreamTest extends DialectContract {

  private static final String TEXT =
      event("{'type':'response.output_text.delta','output_index':0,'delta':'hé'}");
  private static final String COMPLETED =
      event(
          "{'type':'response.completed','response':{'id':'r','status':'completed','output':["
              + "{'type':'reasoning','id':'i','encrypted_content':'e','summary':[]},"
              + "{'type':'message','id':'n','content':[{'type':'output_text','text':'whole'}]}],"
              + "'usage':{'input_tokens':1,'output_tokens':2,'total_tokens':3}}}");
  private static final String REASONING_WITHOUT_CONTENT =
      event(
          "{'type':'response.output_item.done','output_index':0,"
              + "'item':{'type':'reasoning','id':'i','summary':[]}}");

  @Override
  protected Dialect dialect() {
    return new ResponsesDialect();
  }

  @Override
  protected BodyDecoder.Factory decoders() {
    return EventStreams::decoder;
  }

  @Override
  protected Map<String, byte[]> bodies() {
    return Map.of(
        "late encrypted content", bytes(REASONING_WITHOUT_CONTENT + COMPLETED),
        "end marker behind the end", bytes(TEXT + COMPLETED + "data: [DONE]\n\n"));
  }

  @Test
  void encryptedContentOfTheLastEventIsKept() {
    Outcome outcome = played(bytes(REASONING_WITHOUT_CONTENT + COMPLETED));

    assertThat(outcome.status()).isEqualTo(Status.COMPLETED);
    assertThat(outcome.completion().text()).isEqualTo("whole");
    assertThat(outcome.completion().choices().get(0).message().other().get("content_parts"))
        .hasToString(
            "[{\"type\":\"reasoning\",\"id\":\"i\",\"encrypted_content\":\"e\",\"summary\":[]}]");
  }

  @Test
  void whatWaitsForTheLastEventIsKeptWhereItNeverComes() {
    Outcome outcome = played(bytes(REASONING_WITHOUT_CONTENT));

    assertThat(outcome.status()).isEqualTo(Status.TRUNCATED);
    assertThat(outcome.completion().choices().get(0).message().other().get("content_parts"))
        .hasToString("[{\"type\":\"reasoning\",\"id\":\"i\",\"summary\":[]}]");
  }

  @Test
  void anEndMarkerAloneIsNoEnd() {
    assertThat(played(bytes(TEXT + "data: [DONE]\n\n")).status()).isEqualTo(Status.TRUNCATED);
  }

  @Test
  void aResponseThatFailedSaysWhy() {
    Outcome outcome =
        played(
            bytes(
                TEXT
                    + event(
                        "{'type':'response.failed','response':{'status':'failed',"
                            + "'error':{'code':'server_error','message':'no luck'}}}")));

    assertThat(outcome.status()).isEqualTo(Status.FAILED);
    assertThat(outcome.failure().orElseThrow().message()).isEqualTo("no luck");
    assertThat(outcome.completion().text()).isEqualTo("hé");
  }

  @Test
  void anAnswerInOnePieceIsRead() {
    String body = COMPLETED.substring(COMPLETED.indexOf("{\"id\""), COMPLETED.lastIndexOf('}'));
    Outcome outcome =
        played(bytes("data: " + body.replaceFirst("\\{", "{\"object\":\"response\",") + "\n\n"));

    assertThat(outcome.status()).isEqualTo(Status.COMPLETED);
    assertThat(outcome.completion().text()).isEqualTo("whole");
    assertThat(outcome.completion().usage().orElseThrow().totalTokens()).isEqualTo(3);
  }

  private static String event(String json) {
    return "data: " + json.replace('\'', '"') + "\n\n";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
