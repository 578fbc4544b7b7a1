package io.sluice.tokens.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.json.tree.JsonTree;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FunctionTextTest {

  private final EstimateReasons reasons = new EstimateReasons();

  @Test
  void propertiesWithCommentsHaveLinesOfTheirOwn() {
    assertThat(
            function(
                """
                {"type": "object", "title": "Booking", "required": ["place"], "properties": {
                  "place": {"type": "string", "title": "Place", "description": "Where to eat"},
                  "people": {"type": "integer", "minimum": 1, "maximum": 12},
                  "when": {"description": "The day",
                    "anyOf": [{"type": "string", "format": "date"}, {"type": "null"}]},
                  "seats": {"type": "array", "items": {"$ref": "#/$defs/Seat"}},
                  "mood": {"type": "string", "enum": ["calm", "loud"], "default": "calm"}},
                "$defs": {"Seat": {"type": "object", "required": ["row"], "properties": {
                  "row": {"type": "string"}, "n": {"type": "integer", "title": "Seat"}}}}}"""))
        .isEqualTo(
            """
            // Books a table.
            //
            // Ask first.
            type f = (_: // Booking
            {
            // Place
            //
            // Where to eat
            place: string,
            people?: integer, // minimum: 1, maximum: 12
            // The day
            //
            when?:
             | string // format: date
             | null
            ,
            seats?: Array<
            {
            row: string,
            // Seat
            n?: integer,
            }
            >,
            mood?: "calm" | "loud", // default: "calm"
            }) => any;

            """);
    assertThat(reasons.list()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "null", "{\"type\": \"object\"}", "{\"properties\": {}, \"title\": \"T\"}"})
  void functionWithoutPropertiesHasNoParameters(String parameters) {
    assertThat(FunctionText.of("bye", "", JsonTree.read(parameters), reasons))
        .isEqualTo("type bye = () => any;\n\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "{\"type\": \"boolean\"}; boolean",
        "{\"type\": \"array\"}; any[]",
        "{\"type\": \"object\"}; object",
        "{}; any",
        "true; any",
        "{\"const\": {\"b\": 1, \"a\": [true]}}; {\"b\":1,\"a\":[true]}",
        "{\"enum\": [1, \"x\\\"y\", null]}; 1 | \"x\\\"y\" | null",
        "{\"type\": [\"number\", \"null\"]}; number | null",
        "{\"type\": \"array\", \"items\": {\"type\": \"string\"}}; string[]",
        "{\"type\": \"object\", \"properties\": {\"b\": {\"type\": \"null\"}}}; { b?: null }",
        "{\"type\": \"number\", \"format\": \"double\", \"multipleOf\": 2}; number",
        "{\"type\": \"string\", \"minLength\": 1, \"pattern\": \"x\"}; string"
      })
  void typesWithoutCommentsAreOnOneLine(String schema, String type) {
    assertThat(property(schema)).isEqualTo("type f = (_: { a?: " + type + " }) => any;\n\n");
  }

  @Test
  void membersOfAListOfTypesInheritWhatFitsThem() {
    assertThat(
            property(
                "{\"type\": [\"integer\", \"null\"], \"minimum\": 0, \"description\": \"Age\"}"))
        .contains("// Age\n//\na?:\n | integer // Age, minimum: 0\n | null // Age\n,\n");
  }

  @Test
  void furtherPropertiesAreAMemberAtTheEnd() {
    assertThat(
            function(
                "{\"properties\": {\"a\": {\"type\": \"string\"}}, \"additionalProperties\": true}"))
        .contains("(_: { a?: string, [k: string]: any })");
  }

  @Test
  void propertiesKeepTheirOrder() {
    String properties =
        IntStream.range(0, 10_000)
            .map(i -> i * 7919 % 10_000)
            .mapToObj(i -> "\"p" + i + "\": {\"type\": \"string\"}")
            .collect(Collectors.joining(","));
    String expected =
        IntStream.range(0, 10_000)
            .map(i -> i * 7919 % 10_000)
            .mapToObj(i -> "p" + i + "?: string")
            .collect(Collectors.joining(", ", "(_: { ", " })"));

    assertThat(function("{\"properties\": {" + properties + "}}")).contains(expected);
    assertThat(reasons.list()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"$ref\": \"#/$defs/A\"}",
        "{\"$ref\": \"#\"}",
        "{\"type\": \"array\", \"items\": {\"$ref\": \"#/$defs/B\"}}"
      })
  void referenceToItselfEndsAndIsNamed(String schema) {
    String defs =
        ", \"$defs\": {\"A\": {\"$ref\": \"#/$defs/A\"},"
            + "\"B\": {\"properties\": {\"next\": {\"$ref\": \"#/$defs/B\"}}, \"type\": \"object\"}}";

    assertThat(function("{\"properties\": {\"a\": " + schema + "}" + defs + "}"))
        .endsWith("=> any;\n\n");
    assertThat(reasons.list()).contains("$ref that leads to itself");
  }

  @Test
  void referencesThatMultiplyAreWrittenUpToABound() {
    String defs =
        IntStream.range(0, 40)
            .mapToObj(
                i ->
                    "\"d%d\": {\"type\": \"object\", \"properties\": {%s, %s}}"
                        .formatted(i, reference("x", i + 1), reference("y", i + 1)))
            .collect(Collectors.joining(","));

    String text =
        function("{\"properties\": {" + reference("a", 0) + "}, \"$defs\": {" + defs + "}}");

    assertThat(text).hasSizeLessThan(4 * 1024 * 1024);
    assertThat(reasons.list()).contains("references that multiply a schema");
  }

  @Test
  void chainOfReferencesIsWrittenUpToADepth() {
    String defs =
        IntStream.range(0, 5000)
            .mapToObj(
                i ->
                    "\"d%d\": {\"type\": \"object\", \"properties\": {%s}}"
                        .formatted(i, reference("x", i + 1)))
            .collect(Collectors.joining(","));

    assertThat(function("{\"properties\": {" + reference("a", 0) + "}, \"$defs\": {" + defs + "}}"))
        .endsWith("=> any;\n\n");
    assertThat(reasons.list()).contains("schemas nested deeper than 64");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"allOf\": [{}, {}]}",
        "{\"not\": {}}",
        "{\"type\": \"string\", \"examples\": [\"x\"]}",
        "{\"oneOf\": [{\"type\": \"null\"}], \"description\": \"D\"}",
        "{\"$ref\": \"#/$defs/none\"}",
        "{\"$ref\": \"https://example.org/schema\"}"
      })
  void whatNoRuleCoversIsNamed(String schema) {
    property(schema);

    assertThat(reasons.list()).isNotEmpty();
  }

  @Test
  void onlySomeReasonsAreKept() {
    String keywords =
        IntStream.range(0, 1000)
            .mapToObj(i -> "\"k" + i + "\": 1")
            .collect(Collectors.joining(","));

    property("{" + keywords + "}");

    assertThat(reasons.list()).hasSize(20);
  }

  private static String reference(String property, int to) {
    return "\"" + property + "\": {\"$ref\": \"#/$defs/d" + to + "\"}";
  }

  private String property(String schema) {
    return FunctionText.of(
        "f", "", JsonTree.read("{\"properties\": {\"a\": " + schema + "}}"), reasons);
  }

  private String function(String parameters) {
    return FunctionText.of(
        "f", " Books a table.\n\n  Ask first. ", JsonTree.read(parameters), reasons);
  }
}
