package io.sluice.wire.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelPageTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"object\":\"list\",\"data\":[{\"id\":\"b\",\"created\":1},{\"id\":\"a\"}]}",
        "{\"models\":[{\"name\":\"b\",\"size\":7},{\"model\":\"a\"}]}",
        "[{\"id\":\"b\",\"name\":\"B the Great\"},{\"id\":\"a\"}]",
        "[\"b\",\"a\"]",
        "{\"data\":[\"b\",{\"id\":\"a\"},{},7,null,\" \",{\"id\":\"\"},[]]}",
        " {\"data\":[{\"id\":\"b\"},{\"id\":\"a\"}],\"has_more\":false,\"last_id\":\"a\"}\r\n"
      })
  void everyShapeInUseIsRead(String body) {
    ModelPage page = ModelPage.read(body);

    assertThat(page.models()).extracting(ListedModel::name).containsExactly("b", "a");
    assertThat(page.next()).isEmpty();
  }

  @Test
  void whatTheServerSaysOfAModelIsKeptVerbatim() {
    ModelPage page = ModelPage.read("{\"data\":[{\"id\":\"a\", \"x\": 1.0e2},\"b\"]}");

    assertThat(page.models())
        .extracting(model -> model.json().text())
        .containsExactly("{\"id\":\"a\", \"x\": 1.0e2}", "{\"id\":\"b\"}");
  }

  @Test
  void aServerMayHaveNoModel() {
    assertThat(ModelPage.read("{\"object\":\"list\",\"data\":null}").models()).isEmpty();
    assertThat(ModelPage.read("{\"data\":[]}").models()).isEmpty();
    assertThat(ModelPage.read("[]").models()).isEmpty();
  }

  @Test
  void theNextPageIsNamedByItsIdOrTheLastModel() {
    assertThat(ModelPage.read("{\"data\":[\"a\"],\"has_more\":true,\"last_id\":\"x\"}").next())
        .contains("x");
    assertThat(ModelPage.read("{\"data\":[\"a\",\"b\"],\"has_more\":true}").next()).contains("b");
    assertThat(ModelPage.read("{\"data\":[],\"has_more\":true,\"last_id\":\"x\"}").next())
        .isEqualTo(Optional.empty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "<html></html>", "{}", "7", "\"a\"", "{\"data\":{}}", "[\"a\"", "null"})
  void whatIsNoListIsRefused(String body) {
    assertThatIllegalArgumentException().isThrownBy(() -> ModelPage.read(body));
  }
}
