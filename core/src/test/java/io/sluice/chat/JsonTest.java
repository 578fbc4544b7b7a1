package io.sluice.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class JsonTest {

  @Test
  void aValueIsKeptAsItWasWritten() {
    assertThat(Json.of(" {\"a\" : 1.0} ").text()).isEqualTo(" {\"a\" : 1.0} ");
    assertThat(Json.of("[1]")).isEqualTo(new Json("[1]")).isEqualTo(Json.verbatim("[1]"));
    assertThat(Json.of("[1]")).isNotEqualTo(Json.of("[1 ]")).hasToString("[1]");
  }

  @Test
  void whatIsNoJsonIsRefusedWithThePlace() {
    String problem = "malformed JSON at character 2: a name in quotes or } is expected";
    assertThatThrownBy(() -> Json.of("{oops"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(problem);
    assertThatThrownBy(() -> new Json("{oops")).hasMessage(problem);
    assertThatThrownBy(() -> Json.of(" ")).hasMessage("a JSON value cannot be blank");
    assertThatThrownBy(() -> Json.verbatim(" ")).hasMessage("a JSON value cannot be blank");
  }

  @Test
  void textThatIsKnownToBeGoodIsNotChecked() {
    assertThat(Json.verbatim("{oops").text()).isEqualTo("{oops");
  }
}
