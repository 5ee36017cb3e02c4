package mycelial.colony;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Gathers properties of an agent. */
final class PropertyList {
  private static final int CENTS = 2;

  private final List<AgentView.Property> properties = new ArrayList<>();

  PropertyList add(String name, String meaning, Supplier<Object> value) {
    properties.add(new AgentView.Property(name, meaning, value));
    return this;
  }

  List<AgentView.Property> properties() {
    return List.copyOf(properties);
  }

  /** Money as people read it. */
  static double cents(BigDecimal money) {
    return money.setScale(CENTS, RoundingMode.HALF_EVEN).doubleValue();
  }
}
