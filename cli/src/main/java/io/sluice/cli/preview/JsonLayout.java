package io.sluice.cli.preview;

import io.sluice.json.JsonWriter;
import io.sluice.json.tree.JsonTree;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Writes a JSON value as text. Mutable; for one value. */
final class JsonLayout {
  private static final String STEP = "  ";

  private final StringBuilder text = new StringBuilder();
  private final String lineBreak;
  private final String step;
  private final String behindColon;

  private JsonLayout(String lineBreak, String step, String behindColon) {
    this.lineBreak = lineBreak;
    this.step = step;
    this.behindColon = behindColon;
  }

  /** On lines of its own for each member, indented by two blanks a level; no LF at the end. */
  static String indented(JsonTree value) {
    return new JsonLayout("\n", STEP, " ").written(value);
  }

  /** On one line, without blanks. */
  static String compact(JsonTree value) {
    return new JsonLayout("", "", "").written(value);
  }

  private String written(JsonTree value) {
    write(value, "");
    return text.toString();
  }

  /** As deep as the value, which its reader bounds. */
  private void write(JsonTree value, String indent) {
    if (value instanceof JsonTree.Members object) {
      List<Map.Entry<String, JsonTree>> members = List.copyOf(object.members().entrySet());
      list('{', members, '}', indent, member -> member(member, indent + step));
    } else if (value instanceof JsonTree.Elements array) {
      list('[', array.elements(), ']', indent, element -> write(element, indent + step));
    } else if (value instanceof JsonTree.Text string) {
      text.append(JsonWriter.json(string.text()).text());
    } else if (value instanceof JsonTree.Literal literal) {
      text.append(literal.text());
    }
  }

  private void member(Map.Entry<String, JsonTree> member, String indent) {
    text.append(JsonWriter.json(member.getKey()).text()).append(':').append(behindColon);
    write(member.getValue(), indent);
  }

  private <T> void list(char open, List<T> items, char close, String indent, Consumer<T> write) {
    text.append(open);
    for (Iterator<T> all = items.iterator(); all.hasNext(); ) {
      text.append(lineBreak).append(indent).append(step);
      write.accept(all.next());
      text.append(all.hasNext() ? "," : lineBreak + indent);
    }
    text.append(close);
  }
}
