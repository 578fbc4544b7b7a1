package io.sluice.tokens.prompt;

import io.sluice.json.tree.JsonTree;
import io.sluice.tokens.prompt.FunctionCall.Origin;
import io.sluice.tokens.schema.EstimateReasons;
import io.sluice.tokens.schema.JsonStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the instructions and the input of the Responses API. Mutable; for one request. */
final class ResponsesTurns {
  private static final String CALL = "function_call";
  private static final String RESULT = "function_call_output";
  private static final String MESSAGE = "message";
  private static final Set<String> COVERED =
      Set.of("type", "role", "content", "id", "status", "name", "arguments", "call_id", "output");

  private final List<PromptTurn> turns = new ArrayList<>();
  private final Map<String, FunctionCall> calls = new HashMap<>();
  private final List<JsonTree> items;
  private int number;

  private ResponsesTurns(List<JsonTree> items) {
    this.items = items;
  }

  static List<PromptTurn> of(JsonTree request, EstimateReasons reasons) {
    var reader = new ResponsesTurns(request.elements("input"));
    request
        .value("instructions")
        .ifPresent(text -> reader.said("instructions", "system", text, reasons));
    request
        .value("input")
        .filter(input -> input.string().isPresent())
        .ifPresent(text -> reader.said("input", "user", text, reasons));
    for (JsonTree item : reader.items) {
      reader.number++;
      reader.item(item, reasons.in("item " + reader.number));
    }
    return reader.turns;
  }

  private void said(String part, String role, JsonTree content, EstimateReasons doubts) {
    turns.add(
        new PromptTurn.Said(
            part, role, Optional.empty(), MessageContent.of(Optional.of(content), doubts)));
  }

  private void item(JsonTree item, EstimateReasons doubts) {
    String type = item.string("type").orElse(MESSAGE);
    for (Map.Entry<String, JsonTree> member : item.members().entrySet()) {
      if (!COVERED.contains(member.getKey()) && !member.getValue().isNull()) {
        doubts.add(member.getKey());
      }
    }
    switch (type) {
      case MESSAGE -> message(item, doubts);
      case CALL -> called(item);
      case RESULT -> returned(item, doubts);
      default -> {
        doubts.add("type '" + type + "'");
        turns.add(new PromptTurn.Unknown(part(type), JsonStyle.COMPACT.write(item)));
      }
    }
  }

  private void message(JsonTree item, EstimateReasons doubts) {
    String role = item.string("role").orElse("");
    if (role.isEmpty()) {
      doubts.add("no role");
    }
    said(part(role), role, item.value("content").orElse(JsonTree.Literal.NULL), doubts);
  }

  private void called(JsonTree item) {
    Origin origin = Origin.REQUEST;
    if (item.string("id").isPresent()) {
      origin = isCall(number - 2) || isCall(number) ? Origin.STORED_IN_PARALLEL : Origin.STORED;
    }
    var call =
        new FunctionCall(
            item.string("name").orElse(""), item.string("arguments").orElse(""), origin);
    item.string("call_id").ifPresent(id -> calls.put(id, call));
    turns.add(new PromptTurn.Called(part("call of " + call.function()), call));
  }

  private void returned(JsonTree item, EstimateReasons doubts) {
    FunctionCall unknown = new FunctionCall("", "", Origin.REQUEST);
    FunctionCall call = item.string("call_id").map(calls::get).orElse(unknown);
    if (call.function().isEmpty()) {
      doubts.add("a result without its call");
    }
    var content = MessageContent.of(item.value("output"), doubts);
    turns.add(
        new PromptTurn.Returned(
            part("result of " + call.function()), new CallResult(call, content)));
  }

  /** Calls that follow each other are of one turn. */
  static boolean hasParallelCalls(List<PromptTurn> turns) {
    for (int i = 1; i < turns.size(); i++) {
      if (turns.get(i) instanceof PromptTurn.Called
          && turns.get(i - 1) instanceof PromptTurn.Called) {
        return true;
      }
    }
    return false;
  }

  private boolean isCall(int index) {
    return index >= 0
        && index < items.size()
        && items.get(index).string("type").filter(CALL::equals).isPresent();
  }

  private String part(String what) {
    return "item " + number + " (" + what + ")";
  }
}
