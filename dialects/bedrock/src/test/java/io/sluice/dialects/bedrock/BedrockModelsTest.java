package io.sluice.dialects.bedrock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.wire.Endpoint;
import io.sluice.wire.ModelListing;
import io.sluice.wire.models.ListedModel;
import io.sluice.wire.models.ModelPage;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BedrockModelsTest {
  private static final Endpoint SERVER =
      Endpoint.of("https://bedrock-runtime.eu-west-1.amazonaws.com").withKey("k");

  private final ModelListing models = new BedrockModels();

  @Test
  void modelsAndThenProfilesAreListedByTheServiceBesideTheServer() {
    ModelPage first =
        models.read(
            "{\"modelSummaries\":[{\"modelId\":\"amazon.nova\",\"modelName\":\"Nova\"},{\"x\":1}]}");
    ModelPage second =
        models.read(
            "{\"inferenceProfileSummaries\":[{\"inferenceProfileId\":\"eu.nova\"}],"
                + "\"nextToken\":\"a+b\"}");
    ModelPage last = models.read("{\"inferenceProfileSummaries\":[]}");

    assertThat(models.call(SERVER, Optional.empty()).uri())
        .hasToString(
            "https://bedrock.eu-west-1.amazonaws.com/foundation-models?byOutputModality=TEXT");
    assertThat(first.models()).extracting(ListedModel::name).containsExactly("amazon.nova");
    assertThat(models.call(SERVER, first.next()).uri())
        .hasToString("https://bedrock.eu-west-1.amazonaws.com/inference-profiles?maxResults=1000");
    assertThat(second.models()).extracting(ListedModel::name).containsExactly("eu.nova");
    assertThat(models.call(SERVER, second.next()).uri().getRawQuery())
        .isEqualTo("maxResults=1000&nextToken=a%2Bb");
    assertThat(last.next()).isEmpty();
  }

  @Test
  void anotherServerIsAskedItself() {
    assertThat(models.call(Endpoint.of("http://localhost:1/b"), Optional.empty()).uri())
        .hasToString("http://localhost:1/b/foundation-models?byOutputModality=TEXT");
  }

  @Test
  void whatIsNoListIsRefused() {
    assertThatThrownBy(() -> models.read("{\"message\":\"no\"}"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
