package io.sluice.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.stream.Failure;
import io.sluice.stream.Outcome;
import io.sluice.stream.Status;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

class HealthTest {

  private static final Outcome BAD =
      Outcome.builder(Status.FAILED).failure(new Failure.Connection("it is away")).build();
  private static final Outcome GOOD = Outcome.builder(Status.COMPLETED).build();

  private final ApplicationContextRunner application =
      new ApplicationContextRunner()
          .withPropertyValues("sluice.base-url=http://127.0.0.1:1/v1")
          .withConfiguration(
              AutoConfigurations.of(
                  SluiceAutoConfiguration.class, ActuatorHealthAutoConfiguration.class));

  @Test
  void nothingIsKnownBeforeTheFirstStream() {
    application.run(
        context -> {
          Health health = health(context);
          assertThat(health.getStatus().getCode()).isEqualTo("UNKNOWN");
          assertThat(health.getDetails())
              .containsEntry("endpoint", "http://127.0.0.1:1/v1")
              .containsEntry("lastStream", "none yet");
        });
  }

  @Test
  void threeBadEndsInARowAreDownUntilAGoodOne() {
    application.run(
        context -> {
          RecentStreams recent = context.getBean(RecentStreams.class);
          recent.ended(BAD);
          recent.ended(BAD);
          assertThat(health(context).getStatus().getCode()).isEqualTo("UP");

          recent.ended(BAD);
          assertThat(health(context).getStatus().getCode()).isEqualTo("DOWN");
          assertThat(health(context).getDetails())
              .containsEntry("lastStream", "failed (unavailable)");

          recent.ended(GOOD);
          assertThat(health(context).getStatus().getCode()).isEqualTo("UP");
        });
  }

  @Test
  void whatTheCallerStoppedOrAskedWronglySaysNothingOfTheServer() {
    Failure refusal = Failure.Http.builder(400, "no such field").build();
    var recent = new RecentStreams();
    recent.ended(Outcome.builder(Status.STOPPED).build());
    recent.ended(Outcome.builder(Status.FAILED).failure(refusal).build());
    recent.ended(Outcome.builder(Status.FAILED).failure(new Failure.Sinks("none left")).build());

    assertThat(recent.summary().isEmpty()).isTrue();
  }

  @Test
  void theIndicatorCanBeSwitchedOff() {
    application
        .withPropertyValues("management.health.sluice.enabled=false")
        .run(context -> assertThat(context).doesNotHaveBean(HealthIndicator.class));
  }

  private static Health health(ApplicationContext context) {
    return context.getBean("sluiceHealthIndicator", HealthIndicator.class).health();
  }
}
