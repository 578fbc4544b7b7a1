package io.sluice.tokens.prompt;

import io.sluice.json.tree.JsonTree;
import io.sluice.tokens.prompt.FunctionCall.Origin;
import io.sluice.tokens.schema.EstimateReasons;
import io.sluice.tokens.schema.JsonStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the messages of the chat completions API. Mutable; for one request. */
final class ChatTurns {
  private static final Set<String> COVERED =
      Set.of("role", "content", "name", "tool_calls", "tool_call_id", "function_call");

  private static final Set<String> NOTHING = Set.of("null", "[]", "{}", "\"\"");

  private final List<PromptTurn> turns = new ArrayList<>();
  private final Map<String, FunctionCall> calls = new HashMap<>();
  private final List<CallResult> results = new ArrayList<>();

  /** How many calls were made by the message that results belong to. */
  private int together;

  private int firstResult;
  private int number;

  private ChatTurns() {}

  static List<PromptTurn> of(JsonTree request, EstimateReasons reasons) {
    var reader = new ChatTurns();
    for (JsonTree message : request.elements("messages")) {
      reader.number++;
      reader.message(message, reasons.in("message " + reader.number));
    }
    reader.endResults();
    return reader.turns;
  }

  private void message(JsonTree message, EstimateReasons doubts) {
    String role = message.string("role").orElse("");
    MessageContent content = MessageContent.of(message.value("content"), doubts);
    if (role.equals("tool") || role.equals("function")) {
      result(message, content, doubts);
    } else {
      endResults();
      List<FunctionCall> made = calls(message, doubts);
      if (made.isEmpty() || !content.equals(MessageContent.EMPTY)) {
        turns.add(new PromptTurn.Said(part(role), role, message.string("name"), content));
      }
      called(made);
    }
    if (role.isEmpty()) {
      doubts.add("no role");
    }
    others(message, doubts);
  }

  private void called(List<FunctionCall> made) {
    together = made.size();
    if (together == 1) {
      turns.add(new PromptTurn.Called(part("call of " + made.get(0).function()), made.get(0)));
    } else if (together > 1) {
      turns.add(new PromptTurn.CalledTogether(part(together + " calls"), made));
    }
  }

  private List<FunctionCall> calls(JsonTree message, EstimateReasons doubts) {
    List<FunctionCall> made = new ArrayList<>();
    for (JsonTree call : message.elements("tool_calls")) {
      String type = call.string("type").orElse("function");
      if (!type.equals("function")) {
        doubts.add("a call of type '" + type + "'");
      }
      FunctionCall function = call(call.value(type).orElse(call));
      call.string("id").ifPresent(id -> calls.put(id, function));
      made.add(function);
    }
    message.value("function_call").map(ChatTurns::call).ifPresent(made::add);
    return made;
  }

  private static FunctionCall call(JsonTree function) {
    String arguments = function.string("arguments").or(() -> function.string("input")).orElse("");
    return new FunctionCall(function.string("name").orElse(""), arguments, Origin.REQUEST);
  }

  private void result(JsonTree message, MessageContent content, EstimateReasons doubts) {
    String name = message.string("name").orElse("");
    FunctionCall named = new FunctionCall(name, "", Origin.REQUEST);
    FunctionCall call = message.string("tool_call_id").map(calls::get).orElse(named);
    if (call.function().isEmpty()) {
      doubts.add("a result without its call");
    }
    var result = new CallResult(call, content);
    if (together > 1) {
      firstResult = results.isEmpty() ? number : firstResult;
      results.add(result);
    } else {
      turns.add(new PromptTurn.Returned(part("result of " + call.function()), result));
    }
  }

  private void endResults() {
    if (!results.isEmpty()) {
      String part = "message " + firstResult + " and on (" + results.size() + " results)";
      turns.add(new PromptTurn.ReturnedTogether(part, List.copyOf(results)));
      results.clear();
    }
  }

  /** Members that no rule covers, unless they say nothing. */
  private void others(JsonTree message, EstimateReasons doubts) {
    for (Map.Entry<String, JsonTree> member : message.members().entrySet()) {
      if (COVERED.contains(member.getKey())) {
        continue;
      }
      String text = JsonStyle.COMPACT.write(member.getValue());
      if (!NOTHING.contains(text)) {
        doubts.add(member.getKey());
        turns.add(
            new PromptTurn.Unknown(part(member.getKey()), member.getValue().string().orElse(text)));
      }
    }
  }

  private String part(String what) {
    return "message " + number + " (" + what + ")";
  }
}
