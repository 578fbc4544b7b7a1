package io.sluice.simulator.chat;

import io.sluice.simulator.schema.SampleSchema;
import java.util.Map;

/**
 * A function that the model may call.
 *
 * @param place of the function in the request, as errors write it
 * @param properties of its arguments, by name
 * @param parameters what the arguments must hold against
 */
record OfferedTool(
    String place,
    String name,
    String description,
    Map<String, Object> properties,
    SampleSchema parameters) {}
