package io.sluice.tokens.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.json.tree.JsonTree;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ResponseFormatTextTest {

  private final EstimateReasons reasons = new EstimateReasons();

  @Test
  void schemaIsCompactWithoutItsConstraints() {
    String schema =
        """
        {"$schema": "x", "type": "object", "title": "T", "required": ["b"],
         "properties": {"b": {"type": "string", "minLength": 1, "format": "date"},
           "a": {"anyOf": [{"$ref": "#/$defs/D"}, {"type": "null", "default": null}]}},
         "additionalProperties": false, "$defs": {"D": {"enum": ["x"], "maximum": 2.50}}}""";

    assertThat(text("A city", schema))
        .isEqualTo(
            """
            # Response Formats

            ## city

            // A city
            {"type":"object","title":"T",\
            "properties":{"b":{"type":"string"},\
            "a":{"anyOf":[{"$ref":"#/$defs/D"},{"type":"null"}]}},\
            "$defs":{"D":{"enum":["x"]}}}""");
    assertThat(reasons.list()).isEmpty();
  }

  @Test
  void propertiesMayHaveTheNamesOfKeywords() {
    String schema =
        "{\"properties\":{\"default\":{\"type\":\"string\"},\"properties\":{\"properties\":"
            + "{\"format\":{\"enum\":[{\"format\":1}]}}}}}";

    assertThat(text("", schema)).endsWith("\n\n" + schema);
  }

  @Test
  void whatIsNotAsciiIsEscaped() {
    String words = "\u00e9\ud83d\ude00\u007f \\\" \\\\ / \\n \\t \\b \\f \\u0001";

    assertThat(text("", "{\"description\": \"" + words + "\"}"))
        .endsWith(
            "{\"description\":\"\\u00e9\\ud83d\\ude00\\u007f \\\" \\\\ / \\n \\t \\b \\f \\u0001\"}");
  }

  @Test
  void manyPropertiesKeepTheirOrder() {
    String properties =
        IntStream.range(0, 10_000)
            .map(i -> i * 7919 % 10_000)
            .mapToObj(i -> "\"p" + i + "\":{\"type\":\"string\"}")
            .collect(Collectors.joining(",", "{\"properties\":{", "}}"));

    assertThat(text("", properties)).endsWith(properties);
  }

  @Test
  void keywordsThatNoRuleCoversAreNamed() {
    text("", "{\"allOf\": [{\"if\": {}}], \"properties\": {\"not\": {\"type\": \"null\"}}}");

    assertThat(reasons.list()).containsExactly("allOf", "if");
  }

  private String text(String description, String schema) {
    return ResponseFormatText.of("city", description, JsonTree.read(schema), reasons);
  }
}
