package mycelial.gui;

import java.util.List;
import mycelial.colony.AgentView.Property;
import sim.util.Properties;

/**
 * Properties as MASON's inspectors and their charts want them, in a given order, to be read only.
 */
final class ViewProperties extends Properties {
  private static final long serialVersionUID = 1L;

  private final transient List<Property> properties;

  ViewProperties(Object shown, List<Property> properties) {
    this.object = shown;
    this.properties = properties;
  }

  @Override
  public boolean isVolatile() {
    return false;
  }

  @Override
  public int numProperties() {
    return properties.size();
  }

  @Override
  public Object getValue(int index) {
    return properties.get(index).value().get();
  }

  @Override
  public String getDescription(int index) {
    return properties.get(index).meaning();
  }

  @Override
  public boolean isReadWrite(int index) {
    return false;
  }

  @Override
  public String getName(int index) {
    return properties.get(index).name();
  }

  @Override
  public Class<?> getType(int index) {
    return getTypeConversion(getValue(index).getClass());
  }

  /** Nothing can be set. */
  @Override
  protected Object _setValue(int index, Object value) {
    return getValue(index);
  }
}
