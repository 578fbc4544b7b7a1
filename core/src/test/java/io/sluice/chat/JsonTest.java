package io.sluice.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class JsonTest {

  @Test
  void aValueIsKeptAsItWasWritten() {
    assertThat(new Json(" {\"a\" : 1.0} ").text()).isEqualTo(" {\"a\" : 1.0} ");
    assertThat(new Json("[1]")).isEqualTo(new Json("[1]")).isEqualTo(Json.verbatim("[1]"));
    assertThat(new Json("[1]")).isNotEqualTo(new Json("[1 ]")).hasToString("[1]");
  }

  @Test
  void whatIsNoJsonIsRefusedWithThePlace() {
    assertThatThrownBy(() -> new Json("{oops"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("malformed JSON at character 2: a name in quotes or } is expected");
    assertThatThrownBy(() -> new Json(" ")).hasMessage("a JSON value cannot be blank");
    assertThatThrownBy(() -> Json.verbatim(" ")).hasMessage("a JSON value cannot be blank");
  }

  @Test
  void textThatIsKnownToBeGoodIsNotChecked() {
    assertThat(Json.verbatim("{oops").text()).isEqualTo("{oops");
  }
}
