package io.sluice.dialects.gemini;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.json.JsonObject;
import org.junit.jupiter.api.Test;

class PartialArgumentsTest {

  @Test
  void piecesAreJoinedByTheirPaths() {
    var arguments = new PartialArguments();
    for (String piece :
        new String[] {
          "{'jsonPath':'$.a.b[1]','stringValue':'x','willContinue':true}",
          "{'jsonPath':'$.a.b[1]','stringValue':'\\ny'}",
          "{'jsonPath':'$.n','numberValue':1.50}",
          "{'jsonPath':'$.t','boolValue':false}",
          "{'jsonPath':'$.z','nullValue':'NULL_VALUE'}",
          "{'jsonPath':'$[\\'q w\\']','stringValue':''}"
        }) {
      arguments.add(
          JsonObject.read(piece.replace("\\'", "~").replace('\'', '"').replace('~', '\'')));
    }

    assertThat(arguments.json())
        .isEqualTo(
            "{\"a\":{\"b\":[null,\"x\\ny\"]},\"n\":1.50,\"t\":false,\"z\":null,\"q w\":\"\"}");
  }

  @Test
  void noPieceIsAnEmptyObject() {
    assertThat(new PartialArguments().json()).isEqualTo("{}");
  }
}
