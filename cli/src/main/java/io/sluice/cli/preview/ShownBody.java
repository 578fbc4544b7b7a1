package io.sluice.cli.preview;

import io.sluice.json.tree.JsonTree;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A body as a person is to see it: without the API key, and with pictures and other data shortened.
 *
 * @param secrets takes the key out of it
 */
record ShownBody(SecretMask secrets) {
  /** The member in which several APIs keep data without the head of a data URL. */
  private static final String DATA = "data";

  /** So many characters of shortened data are shown. */
  private static final int SHOWN = 64;

  private static final Pattern DATA_URL =
      Pattern.compile("\\s*data:[^,]{0,200},", Pattern.CASE_INSENSITIVE);

  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_=\\s-]++");

  /** The value of a body as people are to see it: without the key, and with long data cut. */
  JsonTree of(JsonTree value) {
    return shown("", value);
  }

  private JsonTree shown(String name, JsonTree value) {
    if (value instanceof JsonTree.Members object) {
      Map<String, JsonTree> members = new LinkedHashMap<>();
      object.members().forEach((own, member) -> members.put(own, shown(own, member)));
      return new JsonTree.Members(members);
    }
    if (value instanceof JsonTree.Elements array) {
      return new JsonTree.Elements(
          array.elements().stream().map(element -> shown(name, element)).toList());
    }
    return value instanceof JsonTree.Text text ? new JsonTree.Text(shown(name, text)) : value;
  }

  private String shown(String name, JsonTree.Text value) {
    String text = secrets.masked(value.text());
    boolean data =
        DATA_URL.matcher(text).lookingAt() || (name.equals(DATA) && BASE64.matcher(text).matches());
    return data && text.length() > SHOWN
        ? text.substring(0, SHOWN) + "… (" + text.length() + " characters)"
        : text;
  }
}
