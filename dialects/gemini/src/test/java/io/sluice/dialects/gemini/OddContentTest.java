package io.sluice.dialects.gemini;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.chat.FinishReason;
import io.sluice.chat.Message;
import io.sluice.chat.ToolCall;
import io.sluice.stream.Outcome;
import io.sluice.stream.Status;
import io.sluice.testkit.DialectContract;
import io.sluice.transport.netty.EventStreams;
import io.sluice.wire.BodyDecoder;
import io.sluice.wire.Dialect;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Streams of servers that take liberties, written by hand. */
class OddContentTest extends DialectContract {

  @Override
  protected Dialect dialect() {
    return new GeminiDialect();
  }

  @Override
  protected BodyDecoder.Factory decoders() {
    return EventStreams::decoder;
  }

  private static final String END = "{'candidates':[{'finishReason':'STOP'}]}";

  @Override
  protected Map<String, byte[]> bodies() {
    return Map.of(
        "an array with commas too many", json("[ " + text("é", "") + ",\r\n," + END + ",\n]\n"));
  }

  /** Between events any stream with this framing may end. */
  @Override
  protected boolean mayEnd(byte[] body, int cut) {
    return new String(body, 0, cut, StandardCharsets.ISO_8859_1).strip().endsWith("]");
  }

  @Test
  void commasTooManyInAnArrayAreForgiven() {
    Outcome outcome = played(bodies().values().iterator().next());

    assertThat(outcome.status()).isEqualTo(Status.COMPLETED);
    assertThat(outcome.completion().text()).isEqualTo("é");
  }

  @Test
  void anIndexThatIsLeftOutIsTheFirst() {
    String event =
        "{'candidates':[{'index':1,'content':{'parts':[{'text':'b'}]}},"
            + "{'content':{'parts':[{'text':'a'}]}}]}";
    Outcome outcome = played(events(event, END, "{'candidates':[{'index':1,'finishReason':2}]}"));

    assertThat(outcome.completion().choice(0).orElseThrow().message().content()).contains("a");
    assertThat(outcome.completion().choice(1).orElseThrow().message().content()).contains("b");
    assertThat(outcome.completion().choice(1).orElseThrow().finishReason())
        .contains(FinishReason.LENGTH);
  }

  @Test
  void anEmptyErrorIsNone() {
    String event = text("a", "").replaceFirst("}$", ",'error':null}");

    assertThat(played(events(event, END)).completion().text()).isEqualTo("a");
    assertThat(played(events(event.replace("null", "{}"), END)).status())
        .isEqualTo(Status.COMPLETED);
  }

  @Test
  void usageAloneIsNoEndAndNoFailure() {
    String usage = "{'usageMetadata':{'promptTokenCount':3,'totalTokenCount':3}}";

    assertThat(played(events(usage)).status()).isEqualTo(Status.TRUNCATED);
    assertThat(played(events(usage, text("a", ""), END)).completion().usage()).isPresent();
  }

  @Test
  void aSignatureComesWithATextAThoughtOrNothing() {
    Outcome outcome =
        played(
            events(
                part("{'text':'t','thought':true,'thoughtSignature':'s1'}"),
                part("{'text':'a','thoughtSignature':'s2'}"),
                part("{'text':'','thoughtSignature':'s3'}"),
                part("{'thought':true,'thoughtSignature':'s4'}"),
                part("{'thoughtSignature':'s5'}"),
                part("{'thought':true}"),
                part("{}"),
                END));
    Message message = outcome.completion().choices().get(0).message();

    assertThat(message.content()).contains("a");
    assertThat(message.reasoning()).contains("t");
    assertThat(message.other()).doesNotContainKey("content_parts");
    assertThat(Objects.requireNonNull(message.other().get("content_order")).text())
        .containsSubsequence("s1", "s2", "s3", "s4", "s5");
  }

  @Test
  void argumentsThatComeInPartsMayRepeatTheNameOfTheCall() {
    Outcome outcome = played(events(partial("'a'", "true"), partial("'b'", "false"), END));

    assertThat(outcome.completion().toolCalls())
        .containsExactly(ToolCall.of("c", "look", "{\"x\":\"ab\"}"));
  }

  @Test
  void argumentsThatAreCutAreKept() {
    Outcome outcome = played(events(partial("'a'", "true")));

    assertThat(outcome.status()).isEqualTo(Status.TRUNCATED);
    assertThat(outcome.completion().toolCalls())
        .containsExactly(ToolCall.of("c", "look", "{\"x\":\"a\"}"));
  }

  @Test
  void theChunkThatKeepsCutArgumentsIsReadAgain() {
    String end = "{'candidates':[{'content':{'parts':[{'functionCall':{}}]},'index':0}]}";
    Outcome outcome = played(events(partial("'a'", "true"), end));

    assertThat(outcome.completion().toolCalls())
        .isEqualTo(played(events(partial("'a'", "true"))).completion().toolCalls());
  }

  @Test
  void probabilitiesOfAllResponsesAreKept() {
    Outcome outcome =
        played(
            events(
                text("a", ",'logprobsResult':{'chosenCandidates':[{'token':'a'}]}"),
                text("b", ",'logprobsResult':{'chosenCandidates':[{'token':'b'}]}"),
                END));

    assertThat(outcome.completion().choices().get(0).other().get("logprobsResult"))
        .hasToString("{\"chosenCandidates\":[{\"token\":\"a\"},{\"token\":\"b\"}]}");
  }

  private static String partial(String value, String more) {
    return part(
        "{'functionCall':{'id':'c','name':'look','willContinue':"
            + more
            + ",'partialArgs':[{'jsonPath':'$.x','stringValue':"
            + value
            + ",'willContinue':"
            + more
            + "}]}}");
  }

  private static String part(String part) {
    return "{'candidates':[{'content':{'parts':[" + part + "]}}]}";
  }

  private static String text(String text, String more) {
    return "{'candidates':[{'content':{'parts':[{'text':'" + text + "'}]}" + more + "}]}";
  }

  private static byte[] events(String... events) {
    return json("data: " + String.join("\r\n\r\ndata: ", events) + "\r\n\r\n");
  }

  private static byte[] json(String text) {
    return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
  }
}
