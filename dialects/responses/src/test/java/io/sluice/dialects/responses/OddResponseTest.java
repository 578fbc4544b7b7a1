package io.sluice.dialects.responses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.sluice.chat.FinishReason;
import io.sluice.chat.ToolCall;
import io.sluice.stream.Outcome;
import io.sluice.stream.Status;
import io.sluice.testkit.DialectContract;
import io.sluice.transport.netty.EventStreams;
import io.sluice.wire.BodyDecoder;
import io.sluice.wire.Dialect;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Streams of servers that take liberties, written by hand. */
class OddResponseTest extends DialectContract {

  @Override
  protected Dialect dialect() {
    return new ResponsesDialect();
  }

  @Override
  protected BodyDecoder.Factory decoders() {
    return EventStreams::decoder;
  }

  private static final String CREATED = created("resp_1");
  private static final String TEXT =
      event("{'type':'response.output_text.delta','output_index':0,'delta':'hé'}");
  private static final String COMPLETED =
      event("{'type':'response.completed','response':{'id':'resp_1','status':'completed'}}");

  @Override
  protected Map<String, byte[]> bodies() {
    return Map.of(
        "comments, unknown events and CRLF",
        bytes(
            (": OPENROUTER PROCESSING\n\n"
                    + CREATED
                    + event("{'type':'response.a_new_thing','x':[1]}")
                    + event("{'type':'keepalive','sequence_number':3}")
                    + "data:\n\n"
                    + TEXT
                    + COMPLETED)
                .replace("\n", "\r\n")),
        "a call without its beginning",
        bytes(CREATED + lateCall() + COMPLETED));
  }

  @Test
  void anotherIdBeforeTheFirstItemIsAnotherName() {
    Outcome outcome = played(bytes(created("") + CREATED + created("other") + TEXT + COMPLETED));

    assertThat(outcome.status()).isEqualTo(Status.COMPLETED);
    assertThat(outcome.completion().text()).isEqualTo("hé");
  }

  @Test
  void anotherIdBehindTextIsASecondAnswer() {
    Outcome outcome = played(bytes(CREATED + created("") + TEXT + created("other") + TEXT));

    assertThat(outcome.status()).isEqualTo(Status.FAILED);
    assertThat(outcome.failure().orElseThrow().message()).contains("second answer");
    assertThat(outcome.completion().text()).isEqualTo("hé");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "response.failed     | {}                                          | FAILED",
        "response.failed     | {'response':{'id':'r'}}                     | FAILED",
        "response.failed     | {'response':{'id':'r','status':'completed'}}| FAILED",
        "response.failed     | {'error':{'message':'no luck'}}             | FAILED",
        "response.error      | {'error':{'message':'no luck'}}             | FAILED",
        "error               | {'message':'no luck'}                       | FAILED",
        "response.completed  | {'response':{'status':'failed'}}            | FAILED",
        "response.completed  | {'response':{'status':'in_progress'}}       | COMPLETED",
        "response.completed  | {}                                          | COMPLETED",
        "response.incomplete | {}                                          | COMPLETED"
      })
  void theNameOfTheLastEventSaysHowItEnded(String name, String members, Status status) {
    String end = "{'type':'" + name + "'," + members.substring(1);
    Outcome outcome = played(bytes(CREATED + TEXT + event(end.replace(",}", "}"))));

    assertThat(outcome.status()).isEqualTo(status);
    assertThat(outcome.completion().text()).isEqualTo("hé");
    assertThat(outcome.completion().finishReason().isPresent())
        .isEqualTo(status == Status.COMPLETED);
  }

  @Test
  void anIncompleteResponseSaysWhy() {
    String end =
        event(
            "{'type':'response.incomplete','response':"
                + "{'incomplete_details':{'reason':'max_output_tokens'}}}");

    assertThat(played(bytes(TEXT + end)).completion().finishReason()).contains(FinishReason.LENGTH);
  }

  @Test
  void aCallWhoseBeginningWasLostGetsItsNameAtTheEnd() {
    Outcome outcome = played(bytes(CREATED + lateCall() + COMPLETED));

    assertThat(outcome.completion().finishReason()).contains(FinishReason.TOOL_CALLS);
    assertThat(outcome.completion().toolCalls())
        .containsExactly(ToolCall.of("call_1", "look", "{\"a\":1}"));
  }

  @Test
  void anItemThatStandsElsewhereAtTheEndIsNotSaidTwice() {
    String end =
        event(
            "{'type':'response.completed','response':{'output':[{'type':'message','id':'msg_1',"
                + "'content':[{'type':'output_text','text':'hé'}]}]}}");
    String text =
        "{'type':'response.output_text.delta','item_id':'msg_1','output_index':1,'delta':'hé'}";

    assertThat(played(bytes(event(text) + end)).completion().text()).isEqualTo("hé");
  }

  @Test
  void itemsThatShareAnIndexAreToldApartByTheirIds() {
    String thought = "{'type':'reasoning','id':'rs_1','summary':[]}";
    String message =
        "{'type':'message','id':'msg_1','content':[{'type':'output_text','text':'hé'}]}";
    Outcome outcome =
        played(
            bytes(
                CREATED
                    + item("added", "{'type':'reasoning','id':'rs_1'}")
                    + item("done", thought)
                    + item("added", "{'type':'message','id':'msg_1','content':[]}")
                    + event(
                        "{'type':'response.output_text.delta','item_id':'msg_1',"
                            + "'output_index':0,'delta':'hé'}")
                    + item("done", message)
                    + event(
                        "{'type':'response.completed','response':{'id':'resp_1',"
                            + "'status':'completed','output':["
                            + thought
                            + ","
                            + message
                            + "]}}")));

    assertThat(outcome.status()).isEqualTo(Status.COMPLETED);
    assertThat(outcome.completion().text()).isEqualTo("hé");
  }

  @Test
  void callsThatShareAnIndexAreTwo() {
    String one = "{'type':'function_call','id':'fc_1','call_id':'c1','name':'a','arguments':'%s'}";
    String two = "{'type':'function_call','id':'fc_2','call_id':'c2','name':'b','arguments':'%s'}";
    Outcome outcome =
        played(
            bytes(
                CREATED
                    + item("added", one.formatted(""))
                    + item("added", two.formatted(""))
                    + arguments("fc_1", "1")
                    + arguments("fc_2", "2")
                    + item("done", one.formatted("1"))
                    + item("done", two.formatted("2"))
                    + COMPLETED));

    assertThat(outcome.completion().toolCalls())
        .extracting(ToolCall::name, ToolCall::arguments)
        .containsExactly(tuple("a", "1"), tuple("b", "2"));
  }

  private static String item(String verb, String item) {
    return event(
        "{'type':'response.output_item." + verb + "','output_index':0,'item':" + item + "}");
  }

  private static String arguments(String item, String piece) {
    return event(
        "{'type':'response.function_call_arguments.delta','item_id':'"
            + item
            + "','output_index':0,'delta':'"
            + piece
            + "'}");
  }

  @Test
  void anIndexBeyondReasonFails() {
    String text = "{'type':'response.output_text.done','content_index':4294967295,'text':'x'}";
    Outcome outcome = played(bytes(CREATED + event(text)));

    assertThat(outcome.status()).isEqualTo(Status.FAILED);
  }

  @Test
  void theNameOfAnEventCountsIfItsDataHasNone() {
    String text = "event: response.output_text.delta\ndata: {\"delta\":\"a\"}\n\n";

    assertThat(played(bytes(CREATED + text + COMPLETED)).completion().text()).isEqualTo("a");
  }

  private static String lateCall() {
    return event(
            "{'type':'response.function_call_arguments.delta','output_index':0,'delta':'{\\'a\\':'}")
        + event("{'type':'response.function_call_arguments.delta','output_index':0,'delta':'1}'}")
        + event(
            "{'type':'response.output_item.done','output_index':0,'item':{'type':'function_call',"
                + "'id':'fc_1','call_id':'call_1','name':'look','arguments':'{\\'a\\':1}'}}");
  }

  private static String created(String id) {
    return event("{'type':'response.created','response':{'id':'" + id + "','model':'m'}}");
  }

  private static String event(String json) {
    return "data: " + json.replace('\'', '"') + "\n\n";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
