import type { FactorChallenge, TokenAnswer } from '@comitium/contract';
import { useTranslation } from 'react-i18next';
import { sendRequest } from '../../data/send-request.ts';
import { startSession } from '../../data/use-session.ts';
import { FactorForm, type FactorProof } from '../factor-form/factor-form.tsx';

interface SecondFactorStepProps {
  readonly challenge: FactorChallenge;
  /** Back to the first step. */
  readonly onCancel: () => void;
}

/** The second step of every way in; it ends in a session. */
export const SecondFactorStep = ({ challenge, onCancel }: SecondFactorStepProps) => {
  const { t } = useTranslation('security');
  const prove = async (proof: FactorProof) => {
    const body = { challenge: challenge.challenge, ...proof };
    const answer = await sendRequest<TokenAnswer>('auth/second-factor', { method: 'POST', body });
    if (!answer.ok) return answer.error;
    await startSession(answer.value.body);
    return null;
  };
  return (
    <>
      <p>{t('step.text')}</p>
      <FactorForm challenge={challenge} onProof={prove} onCancel={onCancel} />
    </>
  );
};
