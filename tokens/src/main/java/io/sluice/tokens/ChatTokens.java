package io.sluice.tokens;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Json;
import io.sluice.chat.Message;
import io.sluice.chat.Role;
import io.sluice.chat.Tool;
import io.sluice.chat.ToolCall;
import io.sluice.json.JsonValue;
import java.util.List;
import java.util.Set;

/**
 * Counts what a prompt costs, by the formula of its model. Tools, schemas, media and the calls and
 * answers of tools follow no formula that is known: with them a count is an estimate, which takes
 * the text of tools and schemas as it is, and nothing for media. Immutable; thread-safe.
 */
public final class ChatTokens {

  private static final Set<String> TEXTUAL = Set.of("content", "name");
  private static final List<String> SCHEMAS = List.of("tools", "functions", "response_format");

  private final ModelEncoding model;

  /** Counts as that model does, and trusts it as far as its bases say. */
  public ChatTokens(ModelEncoding model) {
    this.model = model;
  }

  /** What the request costs before anything is answered. */
  public PromptCount prompt(ChatRequest request) {
    TokenCount sum =
        new TokenCount(model.formula().priming(), model.basis().and(model.formulaBasis()));
    for (Message message : request.messages()) {
      sum = sum.plus(message(message));
    }
    for (Tool tool : request.tools()) {
      sum = sum.plus(estimated(tool.name() + tool.description() + tool.parameters().text()));
    }
    for (String schema : SCHEMAS) {
      Json given = request.other().get(schema);
      if (given != null) {
        sum = sum.plus(estimated(given.text()));
      }
    }
    return new PromptCount(sum, model.formula());
  }

  private TokenCount message(Message message) {
    TokenCount sum = exactly(PromptFormula.MESSAGE).plus(text(message.role().value()));
    if (message.role().equals(Role.ASSISTANT)) {
      sum = sum.plus(exactly(model.formula().answer()));
    }
    Json content = message.other().get("content");
    sum = sum.plus(content == null ? text(message.content().orElse("")) : parts(content));
    Json name = message.other().get("name");
    if (name != null) {
      sum = sum.plus(exactly(PromptFormula.NAME)).plus(text(text(name)));
    }
    return sum.plus(beyondText(message));
  }

  private static String text(Json value) {
    return new JsonValue(value).string().orElse("");
  }

  /** The texts of a content in parts are one text; what else there is makes it an estimate. */
  private TokenCount parts(Json content) {
    var value = new JsonValue(content);
    var joined = new StringBuilder(value.string().orElse(""));
    Basis basis = Basis.EXACT;
    for (JsonValue part : value.elements().orElse(List.of())) {
      var text = part.object().flatMap(object -> object.string("text"));
      text.ifPresent(joined::append);
      basis = text.isPresent() ? basis : Basis.ESTIMATED;
    }
    return text(joined.toString()).plus(new TokenCount(0, basis));
  }

  private TokenCount beyondText(Message message) {
    var calls = new StringBuilder(message.reasoning().orElse("") + message.refusal().orElse(""));
    for (ToolCall call : message.toolCalls()) {
      calls.append(call.name()).append(call.arguments());
    }
    message.functionCall().ifPresent(call -> calls.append(call.name()).append(call.arguments()));
    boolean plain =
        calls.isEmpty()
            && !message.role().equals(Role.TOOL)
            && TEXTUAL.containsAll(message.other().keySet());
    return plain ? exactly(0) : estimated(calls.toString());
  }

  private TokenCount text(String text) {
    return exactly(TokenCounter.count(model.encoding(), text));
  }

  private TokenCount estimated(String text) {
    return new TokenCount(TokenCounter.count(model.encoding(), text), Basis.ESTIMATED);
  }

  private TokenCount exactly(long tokens) {
    return new TokenCount(tokens, model.basis());
  }
}
