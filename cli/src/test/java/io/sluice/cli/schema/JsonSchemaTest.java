package io.sluice.cli.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonSchemaTest {
  private static final String PERSON =
      """
      {'type': 'object', 'required': ['name', 'age'], 'additionalProperties': false,
       'properties': {
         'name': {'type': 'string', 'minLength': 1},
         'age': {'type': 'integer', 'minimum': 0},
         'a/b~c': {'const': 7},
         'tags': {'type': 'array', 'items': {'enum': ['x', 'y']}, 'maxItems': 2},
         'boss': {'$ref': '#'}}}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'name': 'a'} | it lacks 'age'",
        "[] | it is an array; it must be an object",
        "{'name': 'a', 'age': 'x'} | /age is \"x\"; it must be an integer",
        "{'name': 'a', 'age': 1.5} | /age is 1.5; it must be an integer",
        "{'name': 'a', 'age': -1} | /age is -1; it must be at least 0",
        "{'name': '', 'age': 1} | /name is \"\"; it must have at least 1 characters",
        "{'name': 'a', 'age': 1, 'z': 1} | /z must not be there",
        "{'name': 'a', 'age': 1, 'a/b~c': 8} | /a~1b~0c is 8; it must be the value of 'const' or"
            + " 'enum'",
        "{'name': 'a', 'age': 1, 'tags': ['x', 3]} | /tags/1 is 3; it must be one of the values of"
            + " 'enum'",
        "{'name': 'a', 'age': 1, 'tags': ['x', 'y', 'x']} | /tags is an array; it must have at most"
            + " 2 elements",
        "{'name': 'a', 'age': 1, 'boss': {'name': 'b'}} | /boss lacks 'age'",
        "{'name': 'a', | it is no JSON: malformed JSON",
        "`  ` | it is empty"
      })
  void theFirstMisfitIsNamedWithItsPlace(String value, String line) {
    assertThat(schema(PERSON).violation(json(value)).map(SchemaViolation::line)).hasValue(line);
  }

  @Test
  void whatFitsFits() {
    String value = "{'age': 1e0, 'name': 'a', 'tags': [], 'boss': {'name': 'b', 'age': 0}}\n";

    assertThat(schema(PERSON).violation(json(value))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[ | is no JSON: malformed JSON",
        "7 | is no schema; write an object",
        "{'type': 'strng'} | /type names no type; known: array, boolean, integer, null, number,"
            + " object, string",
        "{'properties': {'a': 7}} | /properties/a is no schema; write an object",
        "{'properties': []} | /properties is no object",
        "{'items': {'minimum': 'x'}} | /items/minimum is no number",
        "{'required': 'a'} | /required is no array of names",
        "{'anyOf': []} | /anyOf is no array of schemas",
        "{'$ref': '#/$defs/a'} | /$ref refers to '#/$defs/a', which is not there",
        "{'$ref': 'http://example.com/a'} | /$ref refers to 'http://example.com/a'; only places"
            + " within the schema are read, as #/$defs/x",
        "{'$ref': '#'} | /$ref refers to itself",
        "{'$defs': {'a': {'anyOf': [{'$ref': '#/$defs/a'}]}}, '$ref': '#/$defs/a'} | /$ref refers"
            + " to itself"
      })
  void whatIsNoSchemaIsRefusedWithItsPlace(String schema, String message) {
    assertThatThrownBy(() -> schema(schema))
        .isInstanceOf(BrokenSchemaException.class)
        .hasMessage(message);
  }

  @Test
  void keywordsThatAreNotCheckedAreNamed() {
    assertThat(
            schema("{'title': 't', 'if': {}, 'items': {'contains': 1}, 'pattern': '\\\\p{x}'}")
                .unchecked())
        .containsExactly("/if", "/items/contains", "/pattern");
  }

  /** Its verdict is that of a validator of others, on schemas and values made at random. */
  @Test
  void theVerdictIsThatOfAnotherValidator() {
    var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    var made = new RandomJson(new Random(11));
    int fitting = 0;
    for (int round = 0; round < 3000; round++) {
      String schema = made.schema(3);
      JsonSchema ours = JsonSchema.read(schema);
      Schema theirs = registry.getSchema(schema);
      for (int i = 0; i < 4; i++) {
        String value = made.value(3);
        boolean fits = ours.violation(value).isEmpty();
        assertThat(fits)
            .as("%s by %s", value, schema)
            .isEqualTo(theirs.validate(value, InputFormat.JSON).isEmpty());
        fitting += fits ? 1 : 0;
      }
    }
    assertThat(fitting).isBetween(1000, 11_000);
  }

  private static JsonSchema schema(String text) {
    return JsonSchema.read(json(text));
  }

  private static String json(String text) {
    return text.replace("''", "\"\"").replaceAll("(?<=[\\[{ ,:])'|'(?=[\\]}, :])", "\"");
  }

  /** Makes schemas and values of a few words, so that some fit others. */
  private record RandomJson(Random random) {
    private static final List<String> NAMES = List.of("a", "b", "c");
    private static final List<String> VALUES =
        List.of("0", "1", "1.0", "2.5", "-3", "\"a\"", "\"\"", "\"bb\"", "true", "false", "null");

    String value(int depth) {
      return switch (random.nextInt(depth > 0 ? 4 : 2)) {
        case 2 -> "[" + list(random.nextInt(4), depth) + "]";
        case 3 -> "{" + members(depth) + "}";
        default -> one(VALUES);
      };
    }

    private String list(int size, int depth) {
      var text = new StringBuilder();
      for (int i = 0; i < size; i++) {
        text.append(i == 0 ? "" : ",").append(value(depth - 1));
      }
      return text.toString();
    }

    private String members(int depth) {
      var text = new StringBuilder();
      for (String name : NAMES) {
        if (random.nextBoolean()) {
          text.append(text.isEmpty() ? "" : ",");
          text.append('"').append(name).append("\":").append(value(depth - 1));
        }
      }
      return text.toString();
    }

    String schema(int depth) {
      if (depth == 0 || random.nextInt(8) == 0) {
        return one(List.of("true", "false", "{}"));
      }
      var text = new StringBuilder("{\"title\":\"t\"");
      for (int i = random.nextInt(3); i >= 0; i--) {
        String word = keyword(depth);
        String name = word.substring(0, word.indexOf(':'));
        text.append(text.indexOf("," + name + ":") < 0 ? "," + word : "");
      }
      return text.append('}').toString();
    }

    private String keyword(int depth) {
      String below = schema(depth - 1);
      String other = schema(depth - 1);
      return switch (random.nextInt(18)) {
        case 0 -> "\"type\":" + one(List.of("\"object\"", "\"array\"", "[\"string\",\"null\"]"));
        case 1 -> "\"type\":" + one(List.of("\"integer\"", "\"number\"", "\"boolean\""));
        case 2 -> "\"enum\":[" + value(1) + "," + one(VALUES) + "," + one(VALUES) + "]";
        case 3 -> "\"const\":" + value(1);
        case 4 -> "\"" + one(List.of("minimum", "exclusiveMinimum")) + "\":1";
        case 5 -> "\"" + one(List.of("maximum", "exclusiveMaximum")) + "\":1.0";
        case 6 -> "\"multipleOf\":0.5";
        case 7 -> "\"" + one(List.of("minLength", "minItems", "minProperties")) + "\":1";
        case 8 -> "\"" + one(List.of("maxLength", "maxItems", "maxProperties")) + "\":1";
        case 9 -> "\"pattern\":\"^b\"";
        case 10 -> "\"required\":[\"a\"" + (random.nextBoolean() ? ",\"c\"]" : "]");
        case 11 -> "\"properties\":{\"a\":" + below + ",\"b\":" + other + "}";
        case 12 -> "\"additionalProperties\":" + below;
        case 13 -> "\"patternProperties\":{\"[ac]\":" + below + "}";
        case 14 -> "\"items\":" + below;
        case 15 -> "\"prefixItems\":[" + below + "," + other + "]";
        case 16 ->
            "\"" + one(List.of("anyOf", "oneOf", "allOf")) + "\":[" + below + "," + other + "]";
        default -> one(List.of("\"not\":" + below, "\"uniqueItems\":true"));
      };
    }

    private String one(List<String> of) {
      return of.get(random.nextInt(of.size()));
    }
  }
}
