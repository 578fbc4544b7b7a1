package io.sluice.cli;

import static io.sluice.cli.WireBytes.DONE;
import static io.sluice.cli.WireBytes.HEAD;
import static io.sluice.cli.WireBytes.call;
import static io.sluice.cli.WireBytes.delta;
import static io.sluice.cli.WireBytes.finish;
import static io.sluice.cli.WireScenario.row;

import io.sluice.stream.Irregularity.Kind;
import java.util.List;

/** Calls of tools, and the many ways to cut them up. */
final class ToolCallScenarios {

  private static final String FIRST = "\"index\":0,\"id\":\"a\",\"type\":\"function\",";

  static final List<WireScenario> ROWS =
      List.of(
          calls(
              "in fragments",
              call(FIRST + function("f", ""))
                  + call("\"index\":0," + args("{\\\"x\\\":"))
                  + call("\"index\":0," + args("1}")),
              "a f({\"x\":1})"),
          calls("whole in one chunk", call(FIRST + function("f", "{}")), "a f({})"),
          calls(
              "id, name and arguments in chunks of their own",
              call("\"index\":0,\"id\":\"a\"")
                  + call("\"index\":0,\"function\":{\"name\":\"f\"}")
                  + call("\"index\":0," + args("{}")),
              "a f({})"),
          calls(
              "id and name on every fragment",
              call(FIRST + function("f", "{")) + call(FIRST + function("f", "}")),
              "a f({})"),
          calls(
              "an empty id and a null name go on",
              call(FIRST + function("f", "{"))
                  + call(
                      "\"index\":0,\"id\":\"\",\"function\":{\"name\":null,\"arguments\":\"}\"}"),
              "a f({})"),
          calls(
              "two calls at once",
              delta(
                  "{\"tool_calls\":[{\"index\":0,\"id\":\"a\","
                      + function("f", "{}")
                      + "},{\"index\":1,\"id\":\"b\","
                      + function("g", "{}")
                      + "}]}"),
              "a f({})",
              "b g({})"),
          calls(
              "two calls that interleave",
              call(FIRST + function("f", "{"))
                  + call("\"index\":1,\"id\":\"b\"," + function("g", "["))
                  + call("\"index\":0," + args("}"))
                  + call("\"index\":1," + args("]")),
              "a f({})",
              "b g([])"),
          calls(
                  "index 0 for each, told apart by their ids",
                  call(FIRST + function("f", "{}"))
                      + call("\"index\":0,\"id\":\"b\"," + function("g", "["))
                      + call("\"index\":0," + args("]")),
                  "a f({})",
                  "b g([])")
              .remark(Kind.TOOL_CALL_GUESSED),
          calls(
                  "no index",
                  call("\"id\":\"a\"," + function("f", "{"))
                      + call(args("}"))
                      + call("\"id\":\"b\"," + function("g", "{}")),
                  "a f({})",
                  "b g({})")
              .remark(Kind.TOOL_CALL_WITHOUT_INDEX, 3),
          calls(
                  "a null index",
                  call("\"index\":null,\"id\":\"a\"," + function("f", "{}")),
                  "a f({})")
              .remark(Kind.TOOL_CALL_WITHOUT_INDEX),
          calls(
              "arguments that are JSON itself",
              call(FIRST + "\"function\":{\"name\":\"f\",\"arguments\":{\"x\": [1, 2]}}"),
              "a f({\"x\": [1, 2]})"),
          calls(
              "no arguments",
              call(FIRST + "\"function\":{\"name\":\"f\",\"arguments\":null}"),
              "a f()"),
          calls(
              "the older interface",
              delta("{\"function_call\":{\"name\":\"f\",\"arguments\":\"{\"}}")
                  + delta("{\"function_call\":{\"arguments\":\"}\"}}"),
              " f({})"));

  private ToolCallScenarios() {}

  private static WireScenario calls(String name, String body, String... expected) {
    return row("tool calls: " + name)
        .sends(HEAD + body + finish("tool_calls") + DONE)
        .finish("tool_calls")
        .calls(expected);
  }

  private static String function(String name, String arguments) {
    return "\"function\":{\"name\":\"" + name + "\",\"arguments\":\"" + arguments + "\"}";
  }

  private static String args(String arguments) {
    return "\"function\":{\"arguments\":\"" + arguments + "\"}";
  }
}
