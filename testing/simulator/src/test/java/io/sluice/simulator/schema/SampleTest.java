package io.sluice.simulator.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.sluice.simulator.json.JsonText;
import io.sluice.simulator.json.ParsedJson;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SampleTest {
  private static final SchemaRegistry VALIDATOR =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private static SampleSchema schema(String json) {
    return SampleSchema.of(ParsedJson.object(json.getBytes(StandardCharsets.UTF_8)));
  }

  private static Chooser seeded(long seed) {
    var random = new SplittableRandom(seed);
    return weights -> {
      double left = random.nextDouble() * Arrays.stream(weights).sum();
      int last = 0;
      for (int i = 0; i < weights.length && left >= 0; i++) {
        left -= weights[i];
        last = i;
      }
      return last;
    };
  }

  private static String made(String schema, String prompt) {
    return made(schema, prompt, SampleTest::heaviest);
  }

  private static int heaviest(double[] weights) {
    int best = 0;
    for (int i = 1; i < weights.length; i++) {
      best = weights[i] > weights[best] ? i : best;
    }
    return best;
  }

  private static String made(String schema, String prompt, Chooser chooser) {
    String json =
        JsonText.of(
            schema(schema).sample(new PromptValues(prompt, () -> "So it is."), chooser).value());
    assertThat(errors(schema, json)).isEmpty();
    return json;
  }

  private static List<?> errors(String schema, String json) {
    Schema validator = VALIDATOR.getSchema(schema);
    return validator.validate(
        json,
        InputFormat.JSON,
        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
  }

  @Test
  void aValueHoldsAgainstWhateverSchemaItWasMadeFor() {
    for (long seed = 0; seed < 25; seed++) {
      Map<String, Object> document = new RandomSchemas(seed).document();
      String schema = JsonText.of(document);
      for (String prompt : List.of("", "Put 3, -7.5 and \"red\" into Lisbon, two times.")) {
        String value = made(schema, prompt, seeded(seed));
        assertThat(
                schema(schema)
                    .holds(
                        Objects.requireNonNull(
                            ParsedJson.object(
                                    ("{\"v\":" + value + "}").getBytes(StandardCharsets.UTF_8))
                                .get("v"))))
            .as("our own check agrees, seed %d", seed)
            .isTrue();
      }
    }
  }

  @Test
  void theSameSeedMakesTheSameValue() {
    String schema = JsonText.of(new RandomSchemas(5).document());

    assertThat(made(schema, "", seeded(1))).isEqualTo(made(schema, "", seeded(1)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "{'city':{'type':'string'}} | What is the weather in Paris? | {'city':'Paris'}",
        "{'a':{'type':'number'},'b':{'type':'number'}} | Add 3 and 5.5 | {'a':3,'b':5.5}",
        "{'b':{'type':'integer'}} | Between 2.5 and 9 | {'b':9}",
        "{'title':{'type':'string'}} | Call it \"Seven Rivers\", please | {'title':'Seven Rivers'}",
        "{'age':{'type':'integer'},'size':{'type':'integer'}} | size 4, age: 36 |"
            + " {'age':36,'size':4}",
        "{'unit':{'enum':['celsius','fahrenheit']}} | in fahrenheit | {'unit':'fahrenheit'}",
        "{'mode':{'enum':['fast_read','slow']}} | a fast read | {'mode':'fast_read'}",
        "{'verbose':{'type':'boolean'}} | do it without verbose output | {'verbose':false}",
        "{'verbose':{'type':'boolean'}} | verbose please | {'verbose':true}",
        "{'query':{'type':'string'}} | find me a boat | {'query':'find me a boat'}",
        "{'answer':{'type':'string'}} | why? | {'answer':'So it is.'}",
        "{'from':{'type':'string'},'to':{'type':'string'}} | a train from Oslo to Bergen |"
            + " {'from':'Oslo','to':'Bergen'}",
        "{'rivers':{'type':'array','items':{'type':'string'}}} | name three |"
            + " {'rivers':['Danube','Nile','Amazon']}",
      })
  void valuesAreTakenFromThePromptWhereTheyFit(String properties, String prompt, String value) {
    String schema = "{\"type\":\"object\",\"properties\":" + properties.replace('\'', '"') + "}";

    assertThat(made(schema, prompt)).isEqualTo(value.replace('\'', '"'));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'object','properties':{'next':{'$ref':'#'}},'required':['next']}",
        "{'type':'object','properties':{'a':false},'required':['a']}",
        "{'type':'integer','minimum':3,'maximum':2}",
        "{'type':'array','items':{'type':'boolean'},'minItems':3,'uniqueItems':true}",
        "{'type':'string','minLength':1000000}",
        "{'type':'array','minItems':1000000000}",
        "{'type':'string','pattern':'^(?=a)b$'}",
        "{'$ref':'#'}",
        "{'anyOf':[{'$ref':'#'},{'$ref':'#'}]}",
        "{'oneOf':[{'$ref':'#'},{'$ref':'#'},{'type':'object','required':['a'],'properties':{'a':{'$ref':'#'}}}]}",
        "{'allOf':[{'type':'string'},{'type':'number'}]}",
        "{'not':{}}",
        "{'type':'number','minimum':1e999}"
      })
  void aSchemaThatNothingHoldsAgainstIsRefused(String schema) {
    assertThatThrownBy(() -> made(schema.replace('\'', '"'), ""))
        .isInstanceOf(UnservableSchema.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'array','items':{'enum':[1,2,3]},'minItems':3,'uniqueItems':true}",
        "{'if':{'properties':{'a':{'const':1}}},'then':{'required':['b']},'properties':{'a':{'type':'integer'}}}",
        "{'oneOf':[{'type':'integer','multipleOf':3},{'type':'integer','multipleOf':5}]}",
        "{'not':{'type':'string'},'type':['string','boolean']}",
        "{'type':'array','contains':{'const':7},'items':{'type':'integer'}}",
        "{'type':'array','prefixItems':[{'type':'string'},{'type':'integer'}],'items':false}",
        "{'type':'object','patternProperties':{'^x-':{'type':'integer'}},'additionalProperties':false,'minProperties':3}",
        "{'type':'object','propertyNames':{'pattern':'^[a-z]{4}$'},'minProperties':2}",
        "{'type':'object','dependentRequired':{'a':['b']},'properties':{'a':{},'b':{'type':'null'}}}",
        "{'type':'number','exclusiveMinimum':0.1,'exclusiveMaximum':0.2}",
        "{'type':'integer','multipleOf':2.5,'minimum':1}",
        "{'allOf':[{'multipleOf':4},{'multipleOf':6}],'type':'integer'}",
        "{'type':'number','minimum':1e100}",
        "{'type':'object','required':['free'],'additionalProperties':{'type':'boolean'}}",
        "{'enum':[null]}",
        "{'type':'string','pattern':'^(a+)+$','minLength':30}",
        "{'allOf':[{'anyOf':[{'type':'string'},{'type':'null'}]},{'anyOf':[{'type':'integer'},{'type':'null'}]}]}",
        "true"
      })
  void lessUsualKeywordsHoldToo(String schema) {
    if (!schema.equals("true")) {
      made(schema.replace('\'', '"'), "");
    }
    made("{\"type\":\"object\",\"properties\":{\"x\":" + schema.replace('\'', '"') + "}}", "");
  }

  @Test
  void aPatternWithoutEndOfMatchingIsGivenUp() {
    assertThat(PatternMatch.found("^(a+)+$", "a".repeat(60) + "!")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "{'type':'strin'} | In context=(), 'strin' is not valid under any of the given schemas.",
        "{'properties':{'a':{'type':7}}} | In context=('properties', 'a'), '7' is not valid under"
            + " any",
        "{'required':'a'} | In context=('required',), 'a' is not of type 'array'.",
        "{'minLength':-1} | In context=('minLength',), -1 is not of type 'non-negative integer'.",
        "{'$ref':'#/$defs/none'} | reference to component '#/$defs/none' which was not found",
        "{'pattern':'('} | is not a 'regex'",
        "{'enum':[]} | should be non-empty",
        "{'properties':{'a':1}} | In context=('properties', 'a'), 1 is not of type 'object',"
            + " 'boolean'.",
      })
  void aWrongSchemaIsNamed(String schema, String message) {
    assertThatThrownBy(() -> schema(schema.replace('\'', '"')))
        .isInstanceOf(UnservableSchema.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "{'type':'array','items':{}} | got 'type: \"array\"'.",
        "{'type':'object','properties':{}} | 'additionalProperties' is required to be supplied and"
            + " to be false.",
        "{'type':'object','properties':{'a':{}},'additionalProperties':false} | Missing 'a'.",
        "{'type':'object','properties':{},'required':['b'],'additionalProperties':false} | Extra"
            + " required key 'b'",
        "{'type':'object','properties':{'a':{'oneOf':[]}},'required':['a'],'additionalProperties':false}"
            + " | In context=('properties', 'a'), 'oneOf' is not permitted.",
      })
  void aStrictSchemaIsClosedAndComplete(String schema, String message) {
    assertThatThrownBy(() -> schema(schema.replace('\'', '"')).requireStrict())
        .isInstanceOf(UnservableSchema.class)
        .hasMessageContaining(message);
  }
}
