package io.sluice.tokens;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Choice;
import io.sluice.chat.Completion;
import io.sluice.chat.Json;
import io.sluice.chat.Message;
import io.sluice.chat.Tool;
import io.sluice.chat.ToolCall;
import io.sluice.json.JsonValue;
import java.util.List;

/**
 * Counts what a conversation costs with one encoding. A message is wrapped in {@value #MESSAGE}
 * tokens, and the answer begun with {@value #PRIMING}: OpenAI's rule for chat models since June
 * 2023. Tools and parts that are no text follow no published rule, so with them a count is an
 * estimate. Thread-safe.
 */
public final class ChatTokens {

  private static final int MESSAGE = 3;
  private static final int NAME = 1;
  private static final int PRIMING = 3;

  private final TokenCounts counts;
  private final ModelEncoding model;

  /** Counts with that encoding, and trusts it as far as its basis says. */
  public ChatTokens(TokenCounts counts, ModelEncoding model) {
    this.counts = counts;
    this.model = model;
  }

  /** What the request costs before anything is answered. */
  public Counted prompt(ChatRequest request) {
    Counted sum = exactly(PRIMING);
    for (Message message : request.messages()) {
      sum = sum.plus(message(message));
    }
    for (Tool tool : request.tools()) {
      sum = sum.plus(estimated(tool.name() + tool.description() + tool.parameters().text()));
    }
    return sum;
  }

  /** What the answer costs as far as it can be seen: its text, its refusal, its tool calls. */
  public Counted answer(Completion completion) {
    Counted sum = exactly(0);
    for (Choice choice : completion.choices()) {
      Message message = choice.message();
      sum = sum.plus(text(message.content().orElse("")));
      sum = sum.plus(text(message.refusal().orElse("")));
      sum = sum.plus(calls(message));
    }
    return sum;
  }

  private Counted message(Message message) {
    Counted sum = exactly(MESSAGE).plus(text(message.role().value()));
    Json content = message.other().get("content");
    sum = sum.plus(content == null ? text(message.content().orElse("")) : parts(content));
    Json name = message.other().get("name");
    if (name != null) {
      sum = sum.plus(exactly(NAME)).plus(text(new JsonValue(name).string().orElse("")));
    }
    return sum.plus(calls(message));
  }

  /** Content that is a list: its texts are counted, what else there is makes it an estimate. */
  private Counted parts(Json content) {
    var value = new JsonValue(content);
    Counted sum = text(value.string().orElse(""));
    for (JsonValue part : value.elements().orElse(List.of())) {
      sum =
          sum.plus(
              part.object()
                  .flatMap(object -> object.string("text"))
                  .map(this::text)
                  .orElse(new Counted(0, Basis.ESTIMATED)));
    }
    return sum;
  }

  private Counted calls(Message message) {
    Counted sum = exactly(0);
    for (ToolCall call : message.toolCalls()) {
      sum = sum.plus(estimated(call.name() + call.arguments()));
    }
    return message
        .functionCall()
        .map(call -> estimated(call.name() + call.arguments()))
        .map(sum::plus)
        .orElse(sum);
  }

  private Counted text(String text) {
    return exactly(counts.count(model.encoding(), text));
  }

  private Counted estimated(String text) {
    return new Counted(counts.count(model.encoding(), text), Basis.ESTIMATED);
  }

  private Counted exactly(long tokens) {
    return new Counted(tokens, model.basis());
  }
}
