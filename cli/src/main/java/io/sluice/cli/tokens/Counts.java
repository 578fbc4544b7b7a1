package io.sluice.cli.tokens;

import io.sluice.cli.terminal.StandardOutput;
import io.sluice.cli.terminal.TerminalText;
import io.sluice.json.JsonWriter;
import io.sluice.tokens.ModelEncoding;
import io.sluice.tokens.TokenCount;
import io.sluice.tokens.prompt.PromptCount;
import java.io.IOException;

/**
 * Prints counts, a line each: bare numbers for one input, with its name for several, or JSON. Lines
 * are gathered until they are flushed, or are many. Mutable.
 */
final class Counts {
  private static final int MANY = 64 * 1024;

  private final StandardOutput out;
  private final ModelEncoding model;
  private final String name;
  private final boolean json;
  private final StringBuilder lines = new StringBuilder();

  /** The counts of one of the texts; its name is printed if there are several. */
  Counts(StandardOutput out, TokensOptions options, String text) {
    this.out = out;
    model = options.model().standard();
    name = options.texts().size() > 1 ? text : "";
    json = options.json();
  }

  void print(long tokens) throws IOException {
    String bare = Long.toString(tokens);
    String named = name.isEmpty() ? bare : bare + "\t" + TerminalText.of(name);
    line(json ? json(tokens, model) : named);
  }

  /** A line as it is. */
  void line(String line) throws IOException {
    lines.append(line).append('\n');
    if (lines.length() > MANY) {
      flush();
    }
  }

  void flush() throws IOException {
    if (!lines.isEmpty()) {
      out.print(lines.toString());
      lines.setLength(0);
    }
  }

  /** The count of a text. */
  static String json(long tokens, ModelEncoding model) {
    var counted = new TokenCount(tokens, model.basis());
    return JsonWriter.object(text -> write(text, counted, model));
  }

  /** The count of a prompt, with its rule and what no rule covers. */
  static void write(JsonWriter text, PromptCount prompt, ModelEncoding model) {
    write(text, prompt.counted(), model);
    text.field("rule", prompt.rule());
    if (!prompt.withoutRule().isEmpty()) {
      text.strings("without_rule", prompt.withoutRule());
    }
  }

  private static void write(JsonWriter text, TokenCount counted, ModelEncoding model) {
    text.field("tokens", counted.tokens())
        .field("encoding", model.encoding().word())
        .field("basis", counted.basis().word());
  }
}
