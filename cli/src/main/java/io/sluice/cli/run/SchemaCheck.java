package io.sluice.cli.run;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Choice;
import io.sluice.chat.Message;
import io.sluice.cli.schema.JsonSchema;
import io.sluice.cli.schema.ResponseFormat;
import io.sluice.stream.Outcome;
import io.sluice.stream.Status;
import java.util.List;
import java.util.Optional;

/**
 * Checks complete answers by the JSON Schema that their request names. Of an answer of which a code
 * block is extracted, the block is checked. Calls of tools are not.
 */
final class SchemaCheck {
  private final Optional<JsonSchema> schema;
  private final ExtractOption extract;

  SchemaCheck(Optional<ChatRequest> request, ExtractOption extract) {
    this.schema = request.flatMap(ResponseFormat::schema);
    this.extract = extract;
  }

  /** One line that says what of the answers does not fit; empty if they fit, or are not whole. */
  Optional<String> misfit(Outcome outcome) {
    if (schema.isEmpty() || outcome.status() != Status.COMPLETED) {
      return Optional.empty();
    }
    List<Choice> choices = outcome.completion().choices();
    return choices.stream()
        .filter(choice -> choice.message().toolCalls().isEmpty())
        .flatMap(choice -> misfit(schema.get(), choice, choices.size()).stream())
        .findFirst();
  }

  /** What is to be said of the keywords of the schema that were not checked. */
  Optional<String> unchecked(Outcome outcome) {
    return schema
        .filter(known -> outcome.status() == Status.COMPLETED && !known.unchecked().isEmpty())
        .map(known -> "not checked of the schema: " + String.join(", ", known.unchecked()));
  }

  private Optional<String> misfit(JsonSchema known, Choice choice, int choices) {
    Message message = choice.message();
    String text = message.content().orElse("");
    String checked = extract.selection().flatMap(block -> block.of(text)).orElse(text);
    String which = choices > 1 ? "choice " + choice.index() : "the answer";
    if (text.isEmpty() && message.refusal().isPresent()) {
      return Optional.of(which + " does not fit the schema: the model declined");
    }
    return known
        .violation(checked)
        .map(found -> which + " does not fit the schema: " + found.line());
  }
}
