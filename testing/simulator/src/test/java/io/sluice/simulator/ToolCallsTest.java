package io.sluice.simulator;

import static io.sluice.simulator.Asking.ask;
import static io.sluice.simulator.Asking.choice;
import static io.sluice.simulator.Asking.chunks;
import static io.sluice.simulator.Asking.json;
import static io.sluice.simulator.Asking.quoting;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class ToolCallsTest {
  private static final String WEATHER =
      "{'type':'function','function':{'name':'get_weather','description':'The weather of a city.',"
          + "'parameters':{'type':'object','properties':{'city':{'type':'string'},"
          + "'unit':{'enum':['celsius','fahrenheit']}},'required':['city']}}}";
  private static final String ADD =
      "{'type':'function','function':{'name':'add','description':'Adds two numbers.',"
          + "'parameters':{'type':'object','properties':{'a':{'type':'number'},'b':{'type':'number'}},"
          + "'required':['a','b'],'additionalProperties':false},'strict':true}}";
  private static final String TOOLS = "'tools':[" + WEATHER + "," + ADD + "]";

  private static Simulator simulator;

  @BeforeAll
  static void start() {
    simulator = Simulator.start();
  }

  @AfterAll
  static void stop() {
    simulator.close();
  }

  private static List<String> calls(JsonNode choice) {
    var calls = new ArrayList<String>();
    for (JsonNode call : choice.path("message").path("tool_calls")) {
      JsonNode function = call.path("function");
      calls.add(function.path("name").asString() + function.path("arguments").asString());
    }
    return calls;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "auto | What is the weather in Paris in fahrenheit? | get_weather{\"city\":\"Paris\",\"unit\":\"fahrenheit\"}",
        "auto | Please add 3 and 5.5 | add{\"a\":3,\"b\":5.5}",
        "auto | Add 2 and 3, and what is the weather in Oslo in celsius? | get_weather{\"city\":\"Oslo\",\"unit\":\"celsius\"} add{\"a\":2,\"b\":3}",
        "auto | Weather in Paris and Tokyo, in celsius | get_weather{\"city\":\"Paris\",\"unit\":\"celsius\"} get_weather{\"city\":\"Tokyo\",\"unit\":\"celsius\"}",
        "auto | Write a haiku about rivers. | ",
        "none | What is the weather in Paris? | ",
        "required | Hello from Bergen, celsius | get_weather{\"city\":\"Bergen\",\"unit\":\"celsius\"}",
      })
  void aToolIsCalledWhenThePromptAsksForIt(String mode, String prompt, String expected)
      throws IOException {
    JsonNode choice =
        choice(simulator, quoting(prompt, TOOLS, "'temperature':0,'tool_choice':'" + mode + "'"));

    String wanted = expected == null ? "" : expected;
    assertThat(String.join(" ", calls(choice))).isEqualTo(wanted);
    assertThat(choice.path("finish_reason").asString())
        .isEqualTo(wanted.isEmpty() ? "stop" : "tool_calls");
    assertThat(choice.path("message").path("content").isNull()).isEqualTo(!wanted.isEmpty());
  }

  @Test
  void aNamedFunctionIsCalledAndTheAnswerJustStops() throws IOException {
    JsonNode choice =
        choice(
            simulator,
            quoting(
                "Say 4 and 6",
                TOOLS,
                "'tool_choice':{'type':'function','function':{'name':'add'}}"));

    assertThat(calls(choice)).containsExactly("add{\"a\":4,\"b\":6}");
    assertThat(choice.path("finish_reason").asString()).isEqualTo("stop");
  }

  @Test
  void onlyAllowedToolsAreCalled() throws IOException {
    JsonNode choice =
        choice(
            simulator,
            quoting(
                "What is the weather in Paris?",
                TOOLS,
                "'tool_choice':{'type':'allowed_tools','allowed_tools':{'mode':'required',"
                    + "'tools':[{'type':'function','function':{'name':'add'}}]}}"));

    assertThat(calls(choice)).singleElement().asString().startsWith("add{\"a\":");
  }

  @Test
  void withoutParallelCallsThereIsOne() throws IOException {
    JsonNode choice =
        choice(
            simulator,
            quoting(
                "Weather in Paris and Tokyo, and add 1 and 2",
                TOOLS,
                "'parallel_tool_calls':false"));

    assertThat(calls(choice)).hasSize(1);
  }

  @Test
  void callsAreStreamedInFragmentsByTheirIndex() throws IOException {
    String body =
        quoting(
            "Weather in Paris and Tokyo",
            TOOLS,
            "'seed':4",
            "'stream':true",
            "'stream_options':{'include_usage':true}");
    List<JsonNode> chunks = chunks(ask(simulator, body));
    var arguments = List.of(new StringBuilder(), new StringBuilder());
    var heads = new ArrayList<JsonNode>();
    int fragments = 0;
    for (JsonNode chunk : chunks) {
      for (JsonNode call : chunk.path("choices").path(0).path("delta").path("tool_calls")) {
        arguments
            .get(call.path("index").asInt())
            .append(call.path("function").path("arguments").asString());
        if (call.has("id")) {
          heads.add(call);
        } else {
          fragments++;
        }
      }
    }

    assertThat(chunks.get(0).path("choices").path(0).path("delta").path("content").isNull())
        .isTrue();
    assertThat(heads)
        .hasSize(2)
        .allSatisfy(
            head -> {
              assertThat(head.path("type").asString()).isEqualTo("function");
              assertThat(head.path("function").path("name").asString()).isEqualTo("get_weather");
              assertThat(head.path("function").path("arguments").asString()).isEmpty();
            });
    assertThat(heads.get(0).path("id").asString())
        .matches("call_\\w{24}")
        .isNotEqualTo(heads.get(1).path("id").asString());
    assertThat(json(arguments.get(0).toString()).path("city").asString()).isEqualTo("Paris");
    assertThat(json(arguments.get(1).toString()).path("city").asString()).isEqualTo("Tokyo");
    JsonNode usage = chunks.get(chunks.size() - 1).path("usage");
    assertThat(usage.path("completion_tokens").asInt()).isEqualTo(fragments);
    assertThat(chunks(ask(simulator, body)).stream().map(chunk -> chunk.path("choices")))
        .as("the same seed says the same")
        .isEqualTo(chunks.stream().map(chunk -> chunk.path("choices")).toList());
  }

  @Test
  void theBoundOnTokensCutsACall() throws IOException {
    JsonNode choice = choice(simulator, quoting("add 1 and 2", TOOLS, "'max_completion_tokens':3"));

    assertThat(calls(choice)).containsExactly("add{\"a");
    assertThat(choice.path("finish_reason").asString()).isEqualTo("length");
  }

  @Test
  void whatToolsAnsweredIsTold() throws IOException {
    String messages =
        """
        {'model':'m','messages':[
          {'role':'user','content':'What is the weather in Paris?'},
          {'role':'assistant','content':null,'tool_calls':[
            {'id':'c1','type':'function','function':{'name':'get_weather','arguments':'{}'}},
            {'id':'c2','type':'function','function':{'name':'look_out','arguments':'{}'}}]},
          {'role':'tool','tool_call_id':'c2','content':'Rain!'},
          {'role':'tool','tool_call_id':'c1','content':'{\\"degrees\\":21,\\"sky\\":\\"grey\\"}'}],"""
            + TOOLS
            + "}";
    JsonNode choice = choice(simulator, messages.replace('\'', '"'));

    assertThat(choice.path("message").path("content").asString())
        .isEqualTo("look_out says: Rain! get_weather says: degrees 21, sky grey.");
    assertThat(choice.path("finish_reason").asString()).isEqualTo("stop");
  }
}
