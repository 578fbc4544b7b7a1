package io.sluice.cli.tokens;

import io.sluice.cli.terminal.TerminalText;
import io.sluice.json.JsonWriter;
import io.sluice.tokens.ModelEncoding;
import io.sluice.tokens.prompt.PromptCount;
import io.sluice.tokens.prompt.PromptPart;
import io.sluice.tokens.prompt.PromptRequest;
import io.sluice.tokens.prompt.PromptTokens;
import java.util.Locale;

/**
 * What a prompt costs, as the command prints it.
 *
 * @param counted the count
 * @param model whose tokens were counted
 */
record PromptReport(PromptCount counted, ModelEncoding model) {

  /** Counts a request as the model that it names does, or else as the one that was asked for. */
  static PromptReport of(PromptRequest request, TokenModel models) {
    ModelEncoding model = models.of(request);
    return new PromptReport(new PromptTokens(model).count(request), model);
  }

  /** An object on one line, without its end. */
  String json() {
    return JsonWriter.object(text -> Counts.write(text, counted, model));
  }

  /** In the form that was asked for: a number, an object, or either of them with the parts. */
  String text(TokensOptions options) {
    if (options.json()) {
      return (options.show() ? jsonWithParts() : json()) + "\n";
    }
    return options.show() ? table() : counted.counted().tokens() + "\n";
  }

  private String jsonWithParts() {
    return JsonWriter.object(
        text -> {
          Counts.write(text, counted, model);
          text.objects(
              "parts",
              counted.parts(),
              (json, part) -> json.field("part", part.name()).field("tokens", part.tokens()));
        });
  }

  private String table() {
    var table = new StringBuilder();
    for (PromptPart part : counted.parts()) {
      row(table, part.tokens(), part.name());
    }
    String basis = counted.counted().basis().word();
    row(
        table,
        counted.counted().tokens(),
        "all (" + basis + ", by the rule " + counted.rule() + ")");
    for (String construct : counted.withoutRule()) {
      table.append("no rule covers ").append(TerminalText.of(construct)).append('\n');
    }
    return table.toString();
  }

  private static void row(StringBuilder table, long tokens, String name) {
    table.append(String.format(Locale.ROOT, "%8d  %s\n", tokens, TerminalText.of(name)));
  }
}
