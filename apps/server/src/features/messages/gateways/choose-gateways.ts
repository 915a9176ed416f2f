import type { Platform } from '../../../platform/platform.ts';
import type { Gateways, SmsGateway } from './gateway.ts';
import { httpSmsGateway } from './http-sms-gateway.ts';
import { mailboxGateways } from './mailbox-gateway.ts';
import { smtpGateway } from './smtp-gateway.ts';
import { twilioGateway } from './twilio-gateway.ts';
import { webPushGateway } from './web-push-gateway.ts';

/** Those of the configuration; what it leaves out lands in the local mailbox, and nowhere in production. */
export const chooseGateways = (platform: Platform): Gateways => {
  const { config } = platform;
  const mailbox = config.environment === 'production' ? noGateways : mailboxGateways(platform);
  return {
    sms: chooseSms(platform) ?? mailbox.sms,
    email: config.smtpHost === '' ? mailbox.email : smtpGateway(config),
    push: config.vapidPublicKey === '' ? mailbox.push : webPushGateway(platform),
  };
};

const noGateways: Gateways = { sms: null, email: null, push: null };

const chooseSms = ({ config, clock }: Platform): SmsGateway | null => {
  if (config.smsGateway === 'http') return httpSmsGateway(config);
  return config.smsGateway === 'twilio' ? twilioGateway(config, clock) : null;
};
