import { describeOnOff, onOffSchema, readOnOff } from './on-off.js';
import { checked, type Setting } from './setting.js';

/** Whether somebody with a booking ahead has to wait until it is over before they book again. */
export const oneOpenSetting: Setting<boolean> = {
  name: 'one-at-a-time',
  schema: onOffSchema,
  parse: (text) => checked(onOffSchema, readOnOff(text)),
  describe: describeOnOff,
  from: ({ oneOpenBooking }) => oneOpenBooking,
  patch: (oneOpenBooking) => ({ oneOpenBooking }),
};
